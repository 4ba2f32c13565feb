// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/search/searcher.h"

namespace nutgraf::query {

/// "12 of 88 articles are copies; ...": for views that count every article, where some of these are copies of others.
[[nodiscard]] std::vector<std::string> copies_note(const search::Request& request,
                                                   const search::Searcher::Counts& counts);

/// The same for a query that was not counted yet.
[[nodiscard]] std::vector<std::string> copies_note(const search::Request& request, search::Searcher& searcher);

}  // namespace nutgraf::query
