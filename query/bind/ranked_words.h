// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/bind/bound_query.h"

namespace nutgraf {

/// Fills what follows from a bound query's root: what ranks, what is marked.
void collect_ranked(BoundQuery& query);

}  // namespace nutgraf
