// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "query/search/compile/plan.h"
#include "query/view/concordance.h"

namespace nutgraf::search::views {

/// Every occurrence of the query, as `count` counts them, in its context. A sample is the same for the same seed, also
/// after a rebuild and on any number of shards: it is chosen by a hash of article, passage and position.
void make_concordance(const compile::Plan& plan, const view::ConcordanceOptions& options, const view::TakeLine& take);

}  // namespace nutgraf::search::views
