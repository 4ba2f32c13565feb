// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/term_cursor.h"

namespace nutgraf {

TermCursor::TermCursor(const Tables& tables, const std::string& term) : positions_(tables, term) {
  if (tables.in_place) {
    in_place_.emplace(tables.in_place->postlist(), term);
    return;
  }
  at_ = tables.database.postlist_begin(term);
  end_ = tables.database.postlist_end(term);
  settle();
}

void TermCursor::next_through_xapian() {
  ++at_;
  settle();
}

void TermCursor::skip_to(Xapian::docid document) {
  if (in_place_) {
    in_place_->skip_to(document);
  } else if (document_ < document) {
    at_.skip_to(document);
    settle();
  }
}

void TermCursor::settle() {
  document_ = at_ == end_ ? kEnd : *at_;
}

}  // namespace nutgraf
