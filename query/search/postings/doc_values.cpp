// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/doc_values.h"

#include <algorithm>
#include <cstddef>

namespace nutgraf::search::postings {
namespace {

constexpr Xapian::docid kMostCached = 4'000'000;  // documents; 16 MB

}  // namespace

DocValues::DocValues(const IndexReader& reader, schema::Slot which) {
  if (reader.mapped) {
    mapped_.emplace(reader.mapped->postlist(), slot(which));
    return;
  }
  at_ = reader.database.valuestream_begin(slot(which));
  end_ = reader.database.valuestream_end(slot(which));
}

std::string_view DocValues::at(Xapian::docid document) {
  if (mapped_) {
    return mapped_->at(document);
  }
  if (at_ != end_ && at_.get_docid() < document) {
    at_.skip_to(document);
  }
  if (at_ == end_ || at_.get_docid() != document) {
    return {};
  }
  value_ = *at_;
  return value_;
}

/// Room is made when it is needed first: most views of matches rank nothing.
Xapian::termcount DocLengths::read(Xapian::docid document) {
  if (cache_.empty()) {
    cache_.resize(std::min(reader_.database.get_lastdocid(), kMostCached) + 1);
  }
  if (document >= cache_.size()) {
    return reader_.database.get_doclength(document);
  }
  if (reader_.mapped) {
    read_chunk(document);
  } else {
    cache_[document] = reader_.database.get_doclength(document);
  }
  return cache_[document];
}

/// A passage's neighbours are asked about sooner or later, and are in the same entry.
void DocLengths::read_chunk(Xapian::docid document) {
  if (!mapped_) {
    mapped_.emplace(glass::PostingCursor::lengths(reader_.mapped->postlist()));
  }
  mapped_->seek_near(document);
  const auto last = static_cast<Xapian::docid>(std::min<std::size_t>(mapped_->last_of_chunk(), cache_.size() - 1));
  for (; mapped_->document() <= last; mapped_->next()) {
    cache_[mapped_->document()] = mapped_->frequency();
  }
}

}  // namespace nutgraf::search::postings
