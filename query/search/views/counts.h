// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "query/search/compile/plan.h"

namespace nutgraf::search::views {

/// Of what matches a query.
struct Counts {
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
};

/// Exact numbers of passages and articles that match, and of distinct places where words and phrases of the query occur
/// in them.
[[nodiscard]] Counts count_matches(const compile::Plan& plan);

}  // namespace nutgraf::search::views
