// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/posting_cursor.h"

#include <utility>

namespace nutgraf::search::postings {

TermPositions::TermPositions(const IndexReader& reader, std::string term)
    : term_(std::move(term)), reader_(reader.mapped) {
  if (!reader_) {
    database_ = reader.database;
  }
}

void TermPositions::read(Xapian::docid document, std::vector<std::uint32_t>& positions) {
  if (reader_) {
    if (!mapped_) {
      mapped_.emplace(reader_->position(), term_);
    }
    mapped_->read(document, positions);
    return;
  }
  const auto end = database_->positionlist_end(document, term_);
  for (auto it = database_->positionlist_begin(document, term_); it != end; ++it) {
    positions.push_back(*it);
  }
}

PostingCursor::PostingCursor(const IndexReader& reader, const std::string& term) : positions_(reader, term) {
  if (reader.mapped) {
    mapped_.emplace(reader.mapped->postlist(), term);
    return;
  }
  at_ = reader.database.postlist_begin(term);
  end_ = reader.database.postlist_end(term);
  settle();
}

void PostingCursor::next_through_xapian() {
  ++at_;
  settle();
}

void PostingCursor::skip_to(Xapian::docid document) {
  if (mapped_) {
    mapped_->skip_to(document);
  } else if (document_ < document) {
    at_.skip_to(document);
    settle();
  }
}

void PostingCursor::settle() {
  document_ = at_ == end_ ? kEnd : *at_;
}

}  // namespace nutgraf::search::postings
