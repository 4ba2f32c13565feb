// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf {

/// A match with the values that tell whose passage it is, as they come with Xapian's list of matches: to read them from
/// a remote shard is a message each.
struct KeyedMatch {
  Xapian::docid document = 0;
  double weight = 0;
  std::string order;    // slot Order
  std::string article;  // slot Article
};

/// All matches, without weights, by ascending docid.
[[nodiscard]] std::vector<KeyedMatch> keyed_matches(const Xapian::Database& database, const Xapian::Query& query);
/// All matches of a query that has its weighting, by slot Order.
[[nodiscard]] std::vector<KeyedMatch> keyed_matches(Xapian::Enquire enquire, Xapian::doccount most);

}  // namespace nutgraf
