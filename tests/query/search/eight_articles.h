// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/small_index.h"

/// Eight small articles, and questions to an index of them.
namespace nutgraf::test {

using Ids = std::vector<std::string>;

inline const std::vector<SmallArticle> kEightArticles = {
    {"a1", "The one China principle stands.", "", "2023-06-19", "en", "Harbour Post", {"strait", "policy"}},
    {"a2", "China has one old principle, and one China principles besides.", "", "2023-05-01", "en", "Tribune", {}},
    {"a3", "Principle one: China's envoy sells tea.", "Envoy sells tea", "1965-11-06", "en", "Harbour Post", {"tea"}},
    {"a4", "A cease-fire was signed in the U.S. at noon.", "", "", "en", "Ledger", {}},
    {"a5", "Both sides kept the ceasefire; he told us so.", "", "2031-01-01", "en", "Ledger", {}},
    {"a6", "The US sent a ship with 1,043 apples.", "Orchard sold", "2023-06-20", "en", "Ledger", {}},
    {"a7", "We saw the river. Bank staff left.", "", "2022-01-31", "en", "", {}},
    {"a8", "The river bank is wet.", "", "2022-02-01", "en", "", {}},
};

inline view::Answer ask(search::Searcher& searcher, const std::string& query, std::uint64_t limit = 100) {
  search::Request request;
  request.query = query;
  request.limit = limit;
  return searcher.search(request);
}

/// In the order of the answer.
inline Ids ids_of(const view::Answer& answer) {
  Ids ids;
  std::transform(answer.hits.begin(), answer.hits.end(), std::back_inserter(ids),
                 [](const view::Hit& hit) { return hit.id; });
  return ids;
}

/// Sorted.
inline Ids found(search::Searcher& searcher, const std::string& query) {
  Ids ids = ids_of(ask(searcher, query));
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace nutgraf::test
