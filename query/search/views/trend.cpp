// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/trend.h"

#include <unordered_set>

#include "query/search/postings/doc_values.h"
#include "query/search/postings/matches.h"
#include "query/search/views/occurrences.h"

namespace nutgraf::search::views {

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
