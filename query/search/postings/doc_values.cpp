// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/doc_values.h"

#include "query/search/postings/index_reader.h"

namespace nutgraf::search::postings {

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

}  // namespace nutgraf::search::postings
