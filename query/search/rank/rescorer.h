// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/search/rank/ranking.h"
#include "query/search/rank/retrieve.h"

namespace nutgraf::search::rank {

/// Scores passages by more than the weight of their words. Where others match beyond them, adds those that contain the
/// query or a part of it as a phrase. Best first. Does nothing where rows are sorted by date.
void rescore(const Ranking& ranking, Retrieved& retrieved);

}  // namespace nutgraf::search::rank
