// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "query/input/query_file.h"
#include "query/options.h"
#include "query/search/searcher.h"

namespace nutgraf::query {

/// Is the query several words side by side?
[[nodiscard]] bool has_several_words(const QueryOptions& options, const input::NamedQuery& query);

/// For views that count: throws Failure(Usage) with three forms to paste where the query is several words side by side
/// and --match does not say how to read them. Throws QueryError as parse() does.
void require_clear_words(const QueryOptions& options, const input::NamedQuery& query);

/// That and bind_check: what such views ask of each query of a file before any is answered. `options` must outlive it.
[[nodiscard]] std::function<void(search::Searcher&, const input::NamedQuery&)> clear_words_check(
    const QueryOptions& options);

}  // namespace nutgraf::query
