// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/counts.h"

#include "query/search/compile/article_join.h"
#include "query/search/postings/matches.h"
#include "query/search/views/occurrences.h"

namespace nutgraf::search::views {

Counts count_matches(const compile::Plan& plan) {
  Counts counts;
  match::ArticleSet::Keys articles;
  for (const Xapian::Database& database : plan.reader.shards) {
    const postings::IndexReader shard = plan.reader.shards.size() == 1 ? plan.reader : postings::IndexReader{database};
    const postings::Documents passages = postings::matching_documents(database, plan.query);
    counts.passages += passages.size();
    postings::add_articles(shard, passages, articles);
    Occurrences occurrences(shard, plan.bound);
    for (const Xapian::docid passage : passages) {
      counts.occurrences += occurrences.count(passage);
    }
  }
  counts.articles = articles.size();
  return counts;
}

}  // namespace nutgraf::search::views
