// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/query/search/eight_articles.h"

namespace nutgraf::search {
namespace {

using test::ask;
using test::Ids;
using test::kEightArticles;
using test::SmallIndex;

}  // namespace

TEST_CASE("counts are of passages, articles and distinct places") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "~\"one china principle\" OR china";
  const Searcher::Counts counts = searcher.count(request);
  CHECK(counts.passages == 3);
  CHECK(counts.articles == 3);
  CHECK(counts.occurrences == 6);  // china 4 times, and where the two phrases begin
}

TEST_CASE("notes say what bare words and date filters hide") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  CHECK(ask(searcher, "one china principle").notes == Ids{"any word 3 · all words 3 · the phrase 1"});
  CHECK(ask(searcher, "the OR noon").notes.empty());
  CHECK(ask(searcher, "(noon OR ship) after:2000").notes == Ids{"+1 undated not shown"});
  CHECK(ask(searcher, "ship after:2000").notes.empty());
}

}  // namespace nutgraf::search
