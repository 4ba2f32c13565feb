// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "query/input/query_file.h"
#include "query/search/searcher.h"

/// Several queries at the same time, their answers in the order of the queries.
namespace nutgraf::query {

struct Outcome {
  std::string output;
  std::uint64_t rows = 0;               // that were found
  std::uint64_t us = 0;                 // microseconds
  std::vector<std::string> notes = {};  // for people, on standard error
};

using Ask = std::function<Outcome(search::Searcher& searcher, const input::NamedQuery& query)>;
using Take = std::function<void(const input::NamedQuery& query, Outcome outcome)>;

/// One Searcher a thread, all on the same generation of the index. Throws Failure(Missing).
[[nodiscard]] std::vector<search::Searcher> open_searchers(const std::string& index, std::size_t threads);

/// Asks every query, a thread for each searcher, and hands the outcomes to `take` on the calling thread in the order of
/// `queries`. What `ask` throws is thrown here when its turn comes, and ends the rest.
void ask_all(std::vector<search::Searcher>& searchers, const std::vector<input::NamedQuery>& queries, const Ask& ask,
             const Take& take);

}  // namespace nutgraf::query
