// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/term_positions.h"

#include <utility>

namespace nutgraf {

TermPositions::TermPositions(const Tables& tables, std::string term)
    : term_(std::move(term)), tables_(tables.in_place) {
  if (!tables_) {
    database_ = tables.database;
  }
}

void TermPositions::read(Xapian::docid document, std::vector<std::uint32_t>& positions) {
  if (tables_) {
    if (!in_place_) {
      in_place_.emplace(tables_->position(), term_);
    }
    in_place_->read(document, positions);
    return;
  }
  const auto end = database_->positionlist_end(document, term_);
  for (auto it = database_->positionlist_begin(document, term_); it != end; ++it) {
    positions.push_back(*it);
  }
}

}  // namespace nutgraf
