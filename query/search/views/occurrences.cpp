// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/occurrences.h"

#include <algorithm>
#include <functional>

#include "core/base/time_limit.h"

namespace nutgraf::search::views {

Occurrences::Occurrences(const postings::IndexReader& reader, const bind::BoundQuery& query) {
  for (const bind::Clause& clause : query.clauses) {
    clauses_.emplace_back(reader, clause);
    wait(clauses_.size() - 1, clauses_.back().possible_document());
  }
  for (const bind::PositionConditionPtr& condition : query.conditions) {
    placed_.push_back({condition, std::make_unique<compile::StoredPositions>(reader, condition->clauses)});
  }
}

const match::PositionSpans& Occurrences::read(Xapian::docid document) {
  TimeLimit::check();
  spans_.clear();
  read_clauses(document);
  for (const Placed& placed : placed_) {
    placed.spans->move_to(document);
    const match::PositionSpans found = placed.condition->tree.occurrences(*placed.spans);
    spans_.insert(spans_.end(), found.begin(), found.end());
  }
  match::sort_distinct(spans_);
  return spans_;
}

void Occurrences::read_clauses(Xapian::docid document) {
  while (!waiting_.empty() && waiting_.front().document <= document) {
    const std::size_t clause = waiting_.front().clause;
    std::ranges::pop_heap(waiting_, std::greater<>(), &Waiting::document);
    waiting_.pop_back();
    clauses_[clause].read(document, of_clause_);
    match::keep_longest(of_clause_);
    spans_.insert(spans_.end(), of_clause_.begin(), of_clause_.end());
    wait(clause, std::max(document + 1, clauses_[clause].possible_document()));
  }
}

void Occurrences::wait(std::size_t clause, Xapian::docid document) {
  if (document != postings::PostingCursor::kEnd) {
    waiting_.push_back({document, clause});
    std::ranges::push_heap(waiting_, std::greater<>(), &Waiting::document);
  }
}

}  // namespace nutgraf::search::views
