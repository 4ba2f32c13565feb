// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/search/searcher.h"

namespace nutgraf::query {

/// "+37 undated not shown": where a date filter hides articles that match but for it.
[[nodiscard]] std::vector<std::string> undated_note(const search::Request& request, search::Searcher& searcher);

}  // namespace nutgraf::query
