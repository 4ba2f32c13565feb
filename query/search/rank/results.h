// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "query/search/rank/ranking.h"
#include "query/search/rank/retrieve.h"

namespace nutgraf::search::rank {

/// The first `count` rows: the rescored passages, then those beyond by the weight of their words; or all by date, where
/// scores are those of the words. One passage per article unless told, and one article per group of copies.
[[nodiscard]] std::vector<ScoredPassage> collect(const Ranking& ranking, const Retrieved& retrieved, std::size_t count);

}  // namespace nutgraf::search::rank
