// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/term_cursor.h"

namespace nutgraf {

TermCursor::TermCursor(const Xapian::Database& database, const std::string& term)
    : database_(database), term_(term), at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}

bool TermCursor::move_to(Xapian::docid document) {
  if (at_ == end_) {
    return false;
  }
  if (*at_ < document) {
    at_.skip_to(document);
  }
  return at_ != end_ && *at_ == document;
}

void TermCursor::read(std::vector<std::uint32_t>& positions) const {
  const auto end = database_.positionlist_end(*at_, term_);
  for (auto it = database_.positionlist_begin(*at_, term_); it != end; ++it) {
    positions.push_back(*it);
  }
}

}  // namespace nutgraf
