// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "query/bind/bound_query.h"

namespace nutgraf::bind {

/// Fills what follows from a bound query's root: what ranks, what is marked.
void collect_ranked(BoundQuery& query);

/// Marks the words that only make the sentence, in the language that the query is in: that of `languages` whose
/// function words it has most of. Side by side with others they weigh less.
void mark_function_words(BoundQuery& query, std::span<const std::string> languages);

}  // namespace nutgraf::bind
