// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/direction.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/read/pdf/lines.h"

using namespace nutgraf::read::pdf;

namespace {

Word word(const std::string& text, const Box& box, Direction direction = Direction::Rightward) {
  constexpr double kSize = 10;
  return {text, box, kSize, true, direction};
}

std::string lines_in(PageWords page) {
  page.width = 600;
  page.height = 800;
  set_upright(page);
  std::string lines;
  for (const Line& line : lines_of(page).lines) {
    lines += line.text + "|";
  }
  return lines;
}

}  // namespace

TEST_CASE("a page is turned so that most of its text is upright, and the rest goes") {
  struct Row {
    const char* name;
    std::vector<Word> words;
    const char* lines;
  };
  using enum Direction;
  const std::vector<Row> rows = {
      {"a stamp in the margin",
       {word("one", {0, 0, 20, 10}), word("two", {24, 0, 44, 10}), word("x", {590, 0, 600, 10}, Upward)},
       "one two|"},
      {"text that runs up",
       {word("one", {100, 780, 110, 800}, Upward), word("two", {100, 756, 110, 776}, Upward),
        word("three", {112, 780, 122, 800}, Upward)},
       "one two|three|"},
      {"text that runs down",
       {word("one", {100, 0, 110, 20}, Downward), word("two", {100, 24, 110, 44}, Downward),
        word("three", {88, 0, 98, 20}, Downward)},
       "one two|three|"},
      {"upside down",
       {word("one", {580, 790, 600, 800}, Leftward), word("two", {556, 790, 576, 800}, Leftward),
        word("three", {580, 776, 600, 786}, Leftward)},
       "one two|three|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    PageWords page;
    page.words = row.words;
    CHECK(lines_in(page) == row.lines);
  }
}

TEST_CASE("characters set one below the other are columns, the first at the right") {
  constexpr std::size_t kRows = 25;
  PageWords down;
  PageWords across;
  for (std::size_t row = 0; row < kRows; ++row) {
    const double y = 10.0 * static_cast<double>(row);
    down.words.push_back(word("\u5916", {0, y, 10, y + 10}));
    down.words.push_back(word("\u56FD", {16, y, 26, y + 10}));
  }
  for (std::size_t i = 0; i < kRows; ++i) {
    const double x = 10.0 * static_cast<double>(i);
    across.words.push_back(word("\u5916", {x, 0, x + 10, 10}));
    across.words.push_back(word("\u56FD", {x, 16, x + 10, 26}));
  }
  const std::string columns = lines_in(down);
  CHECK(columns.find('|') == columns.find("\u5916") - 1);
  CHECK(columns.starts_with("\u56FD"));
  CHECK(lines_in(across).starts_with("\u5916|\u56FD"));
}
