// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/term_positions.h"

#include <utility>

namespace nutgraf {

TermPositions::TermPositions(Tables tables, std::string term) : tables_(std::move(tables)), term_(std::move(term)) {}

void TermPositions::read(Xapian::docid document, std::vector<std::uint32_t>& positions) {
  if (tables_.in_place) {
    if (!in_place_) {
      in_place_.emplace(tables_.in_place->position(), term_);
    }
    in_place_->read(document, positions);
    return;
  }
  const auto end = tables_.database.positionlist_end(document, term_);
  for (auto it = tables_.database.positionlist_begin(document, term_); it != end; ++it) {
    positions.push_back(*it);
  }
}

}  // namespace nutgraf
