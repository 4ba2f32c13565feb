// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/window.h"

namespace nutgraf {

enum class Beyond : std::uint8_t { Nothing, Matches };  // the passages that are given

/// Scores passages by more than the weight of their words. Where others match beyond them, adds those that hold the
/// query or a part of it as a phrase. In the end they stand by ascending docid.
void rescore(const Plan& plan, Beyond beyond, std::vector<ScoredPassage>& candidates);

}  // namespace nutgraf
