// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/trend.h"

#include <unordered_set>

#include "query/search/matching.h"
#include "query/search/occurrences.h"
#include "query/search/slot_reader.h"

namespace nutgraf {

Timeline count_by_day(const Plan& plan, Corpus& corpus) {
  Timeline timeline = corpus.tokens_by_day(plan);
  SlotReader dates(plan.tables, schema::Slot::Date);
  SlotReader articles(plan.tables, schema::Slot::Article);
  Occurrences occurrences(plan.tables, plan.bound);
  std::unordered_set<std::string> seen;  // an article has one day
  for (const Xapian::docid document : matching_documents(plan.database, plan.query)) {
    const std::string_view date = dates.at(document);
    DayCounts& day = date.empty() ? timeline.undated : timeline.days[day_number(date)];
    ++day.passages;
    day.articles += seen.emplace(articles.at(document)).second ? 1U : 0U;
    day.occurrences += occurrences.read(document).size();
  }
  return timeline;
}

}  // namespace nutgraf
