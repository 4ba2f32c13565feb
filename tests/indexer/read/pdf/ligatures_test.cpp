// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/ligatures.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nutgraf::read::pdf;

namespace {

Word word(const std::string& text, const std::vector<double>& widths) {
  return {text, {}, 10, false, Direction::Rightward, widths};
}

}  // namespace

TEST_CASE("the letters of a ligature of lam and alef are put as a page shows letters") {
  struct Row {
    const char* name;
    Word word;
    const char* text;
  };
  const std::vector<Row> rows = {
      {"a ligature", word("\u0644\u0627", {3.1, 3.1}), "\u0627\u0644"},
      {"with a hamza", word("\u0645\u0644\u0623", {5, 3.1, 3.1}), "\u0645\u0623\u0644"},
      {"two glyphs", word("\u0644\u0627", {4.2, 2.5}), "\u0644\u0627"},
      {"two glyphs the other way round", word("\u0627\u0644", {2.5, 4.2}), "\u0627\u0644"},
      {"widths are unknown", word("\u0644\u0627", {}), "\u0644\u0627"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    PageWords page;
    page.words = {row.word};
    spread_ligatures(page);
    CHECK(page.words[0].text == row.text);
  }
}

TEST_CASE("in a font of one width two letters are no ligature") {
  PageWords page;
  page.words = {word("\u0644\u0627", {6, 6}), word("\u0644\u0645\u0627", {6, 6, 6})};
  spread_ligatures(page);
  CHECK(page.words[0].text == "\u0644\u0627");
}
