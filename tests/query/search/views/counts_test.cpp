// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>

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

TEST_CASE("an OR counts the occurrences of each of its operands, wherever they stand") {
  const SmallIndex index({
      {"c1", "Heron, barge and heron. No open sea."},
      {"c2", "A barge there."},
      {"c3", "Nobody there."},
      {"c4", "Open sea: open sea, herons, otter, barges, barge."},
      {"c5", "An otter in the sea."},
  });
  Searcher searcher(index.open());
  const auto occurrences = [&searcher](const std::string& query) {
    Request request;
    request.query = query;
    return searcher.count(request).occurrences;
  };
  const char* const operands[] = {"heron", "barge", "\"open sea\"", "ott*", "\"* sea\"", "zebra"};
  const std::uint64_t expected[] = {3, 4, 3, 2, 4, 0};
  std::string all;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < std::size(operands); ++i) {
    CAPTURE(std::string(operands[i]));
    CHECK(occurrences(operands[i]) == expected[i]);
    if (operands[i] != std::string("\"* sea\"")) {  // the places of open sea again
      all += (all.empty() ? "" : " OR ") + std::string(operands[i]);
      sum += expected[i];
    }
  }
  CHECK(occurrences(all) == sum);
  CHECK(occurrences(all + " OR \"* sea\"") == sum + 1);  // the sea
  CHECK(occurrences("(" + all + ") AND otter") == 7);
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
