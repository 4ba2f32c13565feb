// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/command/console.h"
#include "query/options.h"
#include "query/search/searcher.h"

/// What `terms` and `ngrams` have in common.
namespace nutgraf::query {

/// Does --query or a filter choose some of the passages?
[[nodiscard]] bool is_of_a_part(const QueryOptions& options);
/// For the passages of --query; without it all that the filters let through. Throws Failure(Usage) where --query is
/// several words side by side and --match does not say how to read them.
[[nodiscard]] search::Request part_request(const QueryOptions& options);

/// What a date filter hides of a part.
[[nodiscard]] std::vector<std::string> part_notes(const QueryOptions& options, const Console& console,
                                                  search::Searcher& searcher);

/// Those that occur often enough, sorted and written under the name `column`.
ExitCode write_words(const QueryOptions& options, const Console& console, const std::string& column,
                     std::vector<view::WordCount> words);

}  // namespace nutgraf::query
