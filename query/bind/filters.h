// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/bind/bound_query.h"

namespace nutgraf::bind {

/// Whether a node only filters and never ranks: fields, dates, and what is made of such.
[[nodiscard]] bool is_filter(const BoundNode& node);

/// The part of a query that only filters (fields and dates at its top level, and what options demand), as a query of
/// its own: the corpus that counts are related to. Matches everything where there is no filter.
[[nodiscard]] BoundQuery filters_of(const BoundQuery& query);
[[nodiscard]] bool has_filters(const BoundQuery& query);

}  // namespace nutgraf::bind
