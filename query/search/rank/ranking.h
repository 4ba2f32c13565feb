// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "query/search/compile/plan.h"
#include "query/search/rank/article_scorer.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {

enum class Copies : std::uint8_t { OnePerGroup, All };
enum class Totals : std::uint8_t { None, Bounded, Exact };  // None: those of the hits shown
enum class SortBy : std::uint8_t { Relevance, Oldest, Newest };
enum class RankBy : std::uint8_t { Full, Words };  // Words: BM25 alone, without closeness, titles and forms

struct Options {
  RankingParameters parameters = {};
  RankBy by = RankBy::Full;
  SortBy sort = SortBy::Relevance;
  std::uint32_t per_article = 1;
  Copies copies = Copies::OnePerGroup;
  Totals totals = Totals::Bounded;
};

/// A plan, and how its matches are ranked.
struct Ranking {
  const compile::Plan& plan;
  Options options;
  ArticleStatistics articles;
};

}  // namespace nutgraf::search::rank
