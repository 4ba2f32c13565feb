// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "query/search/plan.h"
#include "query/search/searcher.h"

namespace nutgraf {

/// Exact numbers of passages and articles that match, and of distinct places where words and phrases of the query stand
/// in them.
[[nodiscard]] Searcher::Counts count_matches(const Plan& plan);

/// Lines for people after the hits: how many passages hold any word, all words, the phrase; undated ones that a date
/// filter hides.
[[nodiscard]] std::vector<std::string> notes_of(const Plan& plan, std::uint64_t any, Relation relation);

}  // namespace nutgraf
