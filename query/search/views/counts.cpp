// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/counts.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "query/search/compile/article_join.h"
#include "query/search/postings/doc_values.h"
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

view::Timeline count_by_day(const compile::Plan& plan, Corpus& corpus) {
  view::Timeline timeline = corpus.tokens_by_day(plan);
  postings::DocValues dates(plan.reader, schema::Slot::Date);
  postings::DocValues articles(plan.reader, schema::Slot::Article);
  Occurrences occurrences(plan.reader, plan.bound);
  std::unordered_set<std::string> seen;  // an article has one day
  for (const Xapian::docid document : postings::matching_documents(plan.reader.database, plan.query)) {
    const std::string_view date = dates.at(document);
    view::DayCounts& day = date.empty() ? timeline.undated : timeline.days[day_number(date)];
    ++day.passages;
    day.articles += seen.emplace(articles.at(document)).second ? 1U : 0U;
    day.occurrences += occurrences.read(document).size();
  }
  return timeline;
}

}  // namespace nutgraf::search::views
