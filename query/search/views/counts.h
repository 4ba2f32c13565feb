// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "query/search/compile/plan.h"
#include "query/search/views/corpus.h"
#include "query/view/trend.h"

/// How many passages, articles, stories and occurrences match; exact.
namespace nutgraf::search::views {

struct Counts {
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;  // distinct position spans
  std::uint64_t stories = 0;      // articles less those that are copies of another one of them
};

[[nodiscard]] Counts count_matches(const compile::Plan& plan);

/// The same without occurrences, which cost most.
[[nodiscard]] Counts count_articles(const compile::Plan& plan);

/// The same by day, beside all tokens of the days that the query's filters let through.
[[nodiscard]] view::Timeline count_by_day(const compile::Plan& plan, Corpus& corpus);

}  // namespace nutgraf::search::views
