// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/search/compile/plan.h"
#include "query/search/views/corpus.h"
#include "query/view/trend.h"

namespace nutgraf::search::views {

/// Matches by day, beside all tokens of the days that the query's filters let through.
[[nodiscard]] view::Timeline count_by_day(const compile::Plan& plan, Corpus& corpus);

}  // namespace nutgraf::search::views
