// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/bind/binder.h"
#include "query/bind/filter.h"
#include "query/bind/limits.h"
#include "query/search/compile/plan.h"
#include "query/search/rank/ranking.h"

namespace nutgraf::search {

using compile::Counted;
using rank::Copies;
using rank::RankBy;
using rank::SortBy;
using rank::Totals;

enum class Feedback : std::uint8_t { None, Expand };
enum class Explain : std::uint8_t { No, Yes };
enum class Texts : std::uint8_t { None, Snippets, Full };  // what a format needs: trec needs none
enum class Notes : std::uint8_t { None, Counts };          // Answer::notes cost extra counting

/// What is searched for, and what of it is wanted.
struct Request {
  std::string query;
  bind::Syntax syntax = bind::Syntax::Full;
  bind::MatchMode match = bind::MatchMode::Any;
  bind::Scope scope = bind::Scope::Passage;
  bind::Elision elision = bind::Elision::Dropped;
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;
  std::uint32_t per_article = 1;
  Copies copies = Copies::OnePerGroup;  // of ranked passages
  Counted counted = Counted::Articles;  // of views of all matches
  Totals totals = Totals::Bounded;
  SortBy sort = SortBy::Relevance;
  RankBy rank = RankBy::Full;
  Feedback feedback = Feedback::None;
  Explain explain = Explain::No;
  Texts texts = Texts::Full;
  Notes notes = Notes::Counts;        // only text output shows them
  std::uint32_t snippet_width = 240;  // code points
  std::vector<bind::Filter> filters;
  bind::Limits limits;
  double k1 = 0;  // 0 = the default
  double b = -1;  // negative = the default
};

}  // namespace nutgraf::search
