// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/search/rank/bm25.h"
#include "query/search/rank/chains.h"
#include "query/search/rank/scored_passage.h"

namespace nutgraf::search::rank {

/// Fills ScoreParts::chain of passages whose other parts are known: the worth of the heaviest chain in each. A chain of
/// most of the query's content words is worth its weight. One of fewer says little of the question: it is worth no more
/// than brings the best passage that contains it to the top, and ChainWeights::margin().
void score_chains(const Chains& chains, const ChainWeights& weights, const RankingParameters& parameters,
                  std::vector<ScoredPassage>& candidates);

}  // namespace nutgraf::search::rank
