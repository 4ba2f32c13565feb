// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_records.h"

#include "core/schema/terms.h"

namespace nutgraf {

const ArticleRecords::Article& ArticleRecords::of(const std::string& id) {
  const auto known = known_.find(id);
  if (known != known_.end()) {
    return known->second;
  }
  Article article;
  const std::string term = schema::make_term(schema::kIdPrefix, id);
  article.passages = database_.get_termfreq(term);
  const Xapian::PostingIterator first = database_.postlist_begin(term);
  if (first != database_.postlist_end(term)) {
    article.record = decode_passage_data(database_.get_document(*first).get_data()).record;
  }
  return known_.emplace(id, std::move(article)).first->second;
}

}  // namespace nutgraf
