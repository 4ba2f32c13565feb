// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/occurrences.h"

#include "core/base/time_limit.h"

namespace nutgraf::search::views {
Occurrences::Occurrences(const postings::IndexReader& reader, const bind::BoundQuery& query) {
  for (const bind::Clause& clause : query.clauses) {
    clauses_.emplace_back(reader, clause);
  }
  for (const bind::PositionConditionPtr& condition : query.conditions) {
    placed_.push_back({condition, std::make_unique<compile::StoredPositions>(reader, condition->clauses)});
  }
}

const match::PositionSpans& Occurrences::read(Xapian::docid document) {
  TimeLimit::check();
  spans_.clear();
  for (postings::ClausePositions& clause : clauses_) {
    clause.read(document, of_clause_);
    match::keep_longest(of_clause_);
    spans_.insert(spans_.end(), of_clause_.begin(), of_clause_.end());
  }
  for (const Placed& placed : placed_) {
    placed.spans->move_to(document);
    const match::PositionSpans found = placed.condition->tree.occurrences(*placed.spans);
    spans_.insert(spans_.end(), found.begin(), found.end());
  }
  match::sort_distinct(spans_);
  return spans_;
}

}  // namespace nutgraf::search::views
