// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/search/plan.h"
#include "query/search/tally.h"
#include "query/search/top_passages.h"

namespace nutgraf {

/// Equal weights by slot Order.
struct BestPassages {
  std::vector<RankedPassage> passages;
  Xapian::doccount estimated = 0;  // how many match; 0 where nothing was counted
};

/// The first `checked` passages that match, and perhaps more, go to the tally.
struct Counted {
  Tally* tally = nullptr;
  Xapian::doccount checked = 0;  // 0 = no tally
};

/// The best of the plan's query by the weight of its words.
[[nodiscard]] BestPassages best_passages(const Plan& plan, Xapian::doccount count, const Counted& counted);
/// The best of those that hold a phrase of its words too. Where it can, looks only among so many of those that hold all
/// of these words (0 = all).
[[nodiscard]] BestPassages best_phrase_holders(const Plan& plan, const BoundUnit& phrase, Xapian::doccount count,
                                               Xapian::doccount depth);

/// What each of the plan's ranked words weighs in a passage; nothing where Xapian's matcher ranks.
[[nodiscard]] std::vector<double> word_weights(const Plan& plan, Xapian::docid document);

/// Weights by BM25, equal ones by slot Order.
[[nodiscard]] Xapian::Enquire ranked_enquire(const Plan& plan, const Xapian::Query& query);

/// Scores are told apart to this many steps in 1.
[[nodiscard]] double rounded(double score);

}  // namespace nutgraf
