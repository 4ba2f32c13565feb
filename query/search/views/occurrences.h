// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/compile/proximity_filter.h"

namespace nutgraf::search::views {

/// The occurrences of a query in passages that match, visited at ascending documents: a place for each word and phrase
/// (of one that fits in several ways the longest from each first word) and for each match of NEAR and ADJ. Those under
/// NOT are left out, and of WITHIN those that take no part.
class Occurrences {
 public:
  /// The query must outlive it.
  Occurrences(const postings::IndexReader& reader, const bind::BoundQuery& query);

  /// Ascending, each place once; valid until the next call.
  [[nodiscard]] const match::Places& read(Xapian::docid document);
  [[nodiscard]] std::uint64_t count(Xapian::docid document) { return read(document).size(); }

 private:
  struct Placed {
    bind::PositionConditionPtr condition;
    std::unique_ptr<compile::StoredPositions> places;
  };

  std::vector<postings::ClausePositions> clauses_;
  std::vector<Placed> placed_;
  match::Places of_clause_;
  match::Places places_;
};

}  // namespace nutgraf::search::views
