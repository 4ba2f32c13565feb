// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/query/search/eight_articles.h"

namespace nutgraf::search {
namespace {

using test::found;
using test::Ids;
using test::kEightArticles;
using test::SmallIndex;

}  // namespace

TEST_CASE("explain shows how a query is read") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "US principle \"river bank\"";
  const std::string text = searcher.explain(request);
  CAPTURE(text);
  CHECK(text.find("(best US principle (phrase river bank))") != std::string::npos);
  CHECK(text.find("principle = principle, principles") != std::string::npos);
  CHECK(text.find("XC:US; acronym only") != std::string::npos);
}

TEST_CASE("an AND is never on the right of Xapian's AND_NOT, which reads bounds of it that are not set") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  for (const char* query : {"river NOT (bank AND (left OR wet))", "NOT (bank AND (left OR wet))",
                            "river -(bank AND (left OR wet))", "river AND NOT (bank AND (left OR wet))"}) {
    CAPTURE(query);
    Request request;
    request.query = query;
    const std::string text = searcher.explain(request);
    CHECK(text.find("XOR") != std::string::npos);
    CHECK(text.find("AND_NOT") == std::string::npos);
  }
  CHECK(found(searcher, "river -(bank AND (left OR wet))") == Ids{});
  CHECK(found(searcher, "river NOT (bank AND (left OR tea))") == Ids{"a8"});
}

}  // namespace nutgraf::search
