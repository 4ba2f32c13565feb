// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/search/rank/ranking.h"
#include "query/search/rank/scored_passage.h"

namespace nutgraf::search::rank {

/// The best passages by the weight of their words, to be rescored, and what was counted on the way.
struct Retrieved {
  std::vector<ScoredPassage> candidates;
  bool holds_all = false;   // nothing matches beyond
  bool is_counted = false;  // passages, articles and rows are exact, not estimates
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
  std::uint64_t rows = 0;
};

[[nodiscard]] Retrieved retrieve(const Ranking& ranking);

/// Counts anew, without estimates.
void count_all(const Ranking& ranking, Retrieved& retrieved);

/// Equal weights by slot Order.
struct BestPassages {
  std::vector<RankedPassage> passages;
  Xapian::doccount estimated = 0;  // how many match; 0 where nothing was counted
};

/// The best of the plan's query by the weight of its words.
[[nodiscard]] BestPassages best_passages(const Ranking& ranking, Xapian::doccount count);
/// The best of those that contain a phrase of its words too. Where it can, looks only among the `depth` best of those
/// that contain all of these words (0 = all).
[[nodiscard]] BestPassages best_phrase_holders(const Ranking& ranking, const bind::Clause& phrase,
                                               Xapian::doccount count, Xapian::doccount depth);

/// What each of the plan's ranked words weighs in a passage; nothing where Xapian's matcher ranks.
[[nodiscard]] std::vector<double> word_weights(const Ranking& ranking, Xapian::docid document);

/// Weights by BM25, equal ones by slot Order.
[[nodiscard]] Xapian::Enquire ranked_enquire(const Ranking& ranking, const Xapian::Query& query);

}  // namespace nutgraf::search::rank
