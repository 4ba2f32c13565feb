// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/input/query_file.h"
#include "query/options.h"
#include "query/search/searcher.h"

namespace nutgraf::query {

/// A sentence for each word of a query that no passage has.
[[nodiscard]] std::vector<std::string> unknown_words_of(const QueryOptions& options, search::Searcher& searcher,
                                                        const input::NamedQuery& query);
/// And for each value of a field that no article has.
[[nodiscard]] std::vector<std::string> unknown_values_of(const QueryOptions& options, search::Searcher& searcher,
                                                         const input::NamedQuery& query);

/// Says which words of a query no passage has, unless --quiet. `where` goes before each: "q.tsv:2:5: ".
void say_unknown_words(const QueryOptions& options, search::Searcher& searcher, const input::NamedQuery& query,
                       std::string_view where = {});

}  // namespace nutgraf::query
