// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/bind/bound_query.h"

namespace nutgraf {

/// Fills everything of a bound query but its root: what ranks, what is marked, the whole query as one phrase.
void collect_ranked(BoundQuery& query);

}  // namespace nutgraf
