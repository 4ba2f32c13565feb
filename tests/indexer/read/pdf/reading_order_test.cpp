// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/reading_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nutgraf::read::pdf;

namespace {

Line line(const char* text, double left, double top, double right) {
  constexpr double kSize = 10;
  return {text, {left, top, right, top + kSize}, kSize, 1};
}

std::string in_order(const std::vector<Line>& lines) {
  Page page;
  page.lines = lines;
  order_blocks(page);
  std::string order;
  for (const Line& one : page.lines) {
    order += one.text + " ";
  }
  return order;
}

}  // namespace

TEST_CASE("columns one after the other, what spans them before and after") {
  const std::vector<Line> page = {line("right1", 120, 100, 220), line("right2", 120, 112, 220),
                                  line("left1", 0, 100, 100),    line("left2", 0, 112, 100),
                                  line("foot", 0, 200, 220),     line("head", 0, 50, 220)};
  CHECK(in_order(page) == "head left1 left2 right1 right2 foot ");
}

TEST_CASE("columns of a script that runs leftward begin at the right") {
  const std::vector<Line> page = {line("\u05D0", 0, 100, 100), line("\u05D1", 120, 100, 220)};
  CHECK(in_order(page) == "\u05D1 \u05D0 ");
}

TEST_CASE("columns end where something spans them") {
  const std::vector<Line> page = {line("a", 0, 100, 100), line("d", 120, 300, 220), line("c", 0, 300, 100),
                                  line("b", 120, 100, 220), line("middle", 0, 200, 220)};
  CHECK(in_order(page) == "a b middle c d ");
}
