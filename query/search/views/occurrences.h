// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/compile/proximity_filter.h"

namespace nutgraf::search::views {

/// The occurrences of a query in passages that match, visited at ascending documents: a span for each word and phrase
/// (of one that fits in several ways the longest from each first word) and for each match of NEAR and ADJ. Those under
/// NOT are left out, and of WITHIN those that take no part.
class Occurrences {
 public:
  /// The query must outlive it.
  Occurrences(const postings::IndexReader& reader, const bind::BoundQuery& query);

  /// Ascending, each span once; valid until the next call.
  [[nodiscard]] const match::PositionSpans& read(Xapian::docid document);
  [[nodiscard]] std::uint64_t count(Xapian::docid document) { return read(document).size(); }

 private:
  struct Waiting {
    Xapian::docid document = 0;  // the first one in which the clause may occur
    std::size_t clause = 0;
  };
  struct Placed {
    bind::PositionConditionPtr condition;
    std::unique_ptr<compile::StoredPositions> spans;
  };

  void read_clauses(Xapian::docid document);
  void wait(std::size_t clause, Xapian::docid document);

  std::vector<postings::ClausePositions> clauses_;
  std::vector<Waiting> waiting_;  // a heap, the first document on top: of many clauses few occur in a passage
  std::vector<Placed> placed_;
  match::PositionSpans of_clause_;
  match::PositionSpans spans_;
};

}  // namespace nutgraf::search::views
