// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/command/query_file.h"
#include "query/options.h"

namespace nutgraf::query {

/// For views that count: throws Failure(Usage) with three forms to paste where the query is several words side by side
/// and --match does not say how to read them. Throws QueryError as parse() does.
void require_clear_words(const QueryOptions& options, const NamedQuery& query);

}  // namespace nutgraf::query
