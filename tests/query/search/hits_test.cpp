// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "tests/query/search/eight_articles.h"

namespace nutgraf::search {
namespace {

using test::ask;
using test::Ids;
using test::kEightArticles;
using test::SmallIndex;

std::string code_points(const std::string& text, view::CodePoints range) {
  std::string out;
  std::uint32_t at = 0;
  for (const char c : text) {
    at += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    if (at > range.begin && at <= range.end) {
      out += c;
    }
  }
  return out;
}

Ids marked(const view::Hit& hit) {
  Ids out;
  std::transform(hit.highlights.begin(), hit.highlights.end(), std::back_inserter(out),
                 [&](view::CodePoints range) { return code_points(hit.text, range); });
  return out;
}

}  // namespace

TEST_CASE("the text of a hit leaves out the title, and so do its marks") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  const view::Answer answer = ask(searcher, "orchard ship");
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].text == "The US sent a ship with 1,043 apples.");
  CHECK(answer.hits[0].record.title == "Orchard sold");
  CHECK(marked(answer.hits[0]) == Ids{"ship"});
  CHECK(ask(searcher, "orchard").hits.at(0).highlights.empty());
}

TEST_CASE("exactly what matched is marked") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  const auto marks = [&](const char* query) { return marked(ask(searcher, query).hits.at(0)); };
  CHECK(marks("apple") == Ids{"apples"});
  CHECK(marks("\"china envoy\"") == Ids{"China's envoy"});
  CHECK(marks("\"one china principle\"") == Ids{"one China principle"});
  CHECK(marks("ceasefire -kept") == Ids{"cease", "fire"});
  CHECK(marks("U.S. id:a6") == Ids{"US"});
  CHECK(marks("US id:a4") == Ids{"U.S"});
  CHECK(marks("river NOT left") == Ids{"river"});
  CHECK(marks("~\"one china principle\" tea -sells -stands") == Ids{"one China principles"});
}

}  // namespace nutgraf::search
