// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/search/rank/chains.h"
#include "query/search/rank/ranking.h"
#include "query/search/rank/topk.h"

namespace nutgraf::search::rank {

/// Passages that the weight of words alone may not bring among the best: those that contain the whole query as a
/// phrase, or a heavy chain of its words. Each once, in no order. A chain is not looked for where enough of the best
/// contain it already, nor where it is worth less than `least`.
[[nodiscard]] std::vector<RankedPassage> phrase_candidates(const Ranking& ranking, const Chains& chains,
                                                           const ChainWeights& weights, double least);

}  // namespace nutgraf::search::rank
