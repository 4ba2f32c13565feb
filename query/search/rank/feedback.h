// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/search/compile/plan.h"
#include "query/search/postings/matches.h"
#include "query/search/rank/ranking.h"

/// Words that tell some passages from the rest of the index: Xapian's "trad" scheme, Robertson's relevance weights.
namespace nutgraf::search::rank {

inline constexpr std::size_t kFeedbackPassages = 10;
inline constexpr std::size_t kFeedbackTerms = 10;
inline constexpr double kFeedbackWeight = 0.3;

enum class Reach : std::uint8_t {
  Matches,  // only what matches already is ranked anew
  All,      // passages that contain none of the query's words are found too
};

/// Bare words alone reach beyond what they match; whatever demands more is not widened. Before filters are added.
[[nodiscard]] Reach reach_of(const bind::BoundQuery& query);

/// Adds the words of the first passages of `plan` to it, weighted 0.3. Filters and exclusions apply to them too.
void expand(compile::Plan& plan, const Options& options, const ArticleStatistics& articles, Reach reach);

/// The best match of the words of these passages.
[[nodiscard]] bind::BoundQuery words_of(const Xapian::Database& database, const postings::Documents& passages);

}  // namespace nutgraf::search::rank
