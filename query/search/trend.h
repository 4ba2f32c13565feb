// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/search/corpus.h"
#include "query/search/plan.h"
#include "query/view/trend.h"

namespace nutgraf {

/// Matches by day, beside all tokens of the days that the query's filters let through.
[[nodiscard]] Timeline count_by_day(const Plan& plan, Corpus& corpus);

}  // namespace nutgraf
