// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/counts.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "query/search/compile/article_join.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/matches.h"
#include "query/search/views/article_days.h"
#include "query/search/views/occurrences.h"
#include "query/search/views/stories.h"

namespace nutgraf::search::views {

namespace {

enum class Detail : std::uint8_t { Articles, Occurrences };

class MatchCounts {
 public:
  MatchCounts(const compile::Plan& plan, Detail detail)
      : plan_(plan), detail_(detail), copies_(has_copies(plan.reader)) {}

  void add(const postings::IndexReader& shard, const postings::Documents& passages) {
    counts_.passages += passages.size();
    postings::add_articles(shard, passages, articles_);
    if (copies_) {
      add_stories(shard, passages, stories_);
    }
    if (detail_ == Detail::Occurrences) {
      Occurrences occurrences(shard, plan_.bound);
      for (const Xapian::docid passage : passages) {
        counts_.occurrences += occurrences.count(passage);
      }
    }
  }

  [[nodiscard]] Counts result() const {
    Counts counts = counts_;
    counts.articles = articles_.size();
    counts.stories = copies_ ? stories_.size() : articles_.size();
    return counts;
  }

 private:
  const compile::Plan& plan_;
  Detail detail_;
  bool copies_;
  Counts counts_;
  match::ArticleSet::Keys articles_;
  match::ArticleSet::Keys stories_;
};

Counts count(const compile::Plan& plan, Detail detail) {
  MatchCounts counter(plan, detail);
  if (plan.counted == compile::Counted::Stories || plan.reader.shards.size() == 1) {
    counter.add(plan.reader, matched_documents(plan));  // copies may be in several shards
    return counter.result();
  }
  for (const Xapian::Database& database : plan.reader.shards) {
    counter.add(postings::IndexReader{database}, postings::matching_documents(database, plan.query));
  }
  return counter.result();
}

}  // namespace

Counts count_matches(const compile::Plan& plan) {
  return count(plan, Detail::Occurrences);
}

Counts count_articles(const compile::Plan& plan) {
  return count(plan, Detail::Articles);
}

view::Timeline count_by_day(const compile::Plan& plan, Corpus& corpus) {
  view::Timeline timeline = corpus.tokens_by_day(plan);
  ArticleDays days(plan.reader);
  postings::DocValues articles(plan.reader, schema::Slot::Article);
  Occurrences occurrences(plan.reader, plan.bound);
  std::unordered_set<std::string> seen;  // an article has one day
  for (const Xapian::docid document : matched_documents(plan)) {
    view::DayCounts& day = days.counts_of(document, timeline);
    ++day.passages;
    day.articles += seen.emplace(articles.at(document)).second ? 1U : 0U;
    day.occurrences += occurrences.read(document).size();
  }
  return timeline;
}

}  // namespace nutgraf::search::views
