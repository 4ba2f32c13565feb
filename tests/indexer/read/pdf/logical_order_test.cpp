// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/logical_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/utf8.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

std::string reversed(const std::string& text) {
  std::string turned;
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t begin = utf8::floor(text, end - 1);
    turned += text.substr(begin, end - begin);
    end = begin;
  }
  return turned;
}

}  // namespace

TEST_CASE("lines from right to left are turned round, numbers and other scripts in them are not") {
  const std::pair<std::string, std::string> rows[] = {
      {"The river rose.", "The river rose."},
      {reversed("הנהר עלה בלילה."), "הנהר עלה בלילה."},
      {".2023 " + reversed("בשנת"), "בשנת 2023."},
      {reversed("אמר") + " York " + reversed("העיר"), "העיר York אמר"},
      {"He said " + reversed("שלום") + " twice", "He said שלום twice"},
  };
  for (const auto& row : rows) {
    const auto& visual = row.first;
    const auto& logical = row.second;
    CAPTURE(visual);
    CHECK(pdf::logical_order(visual) == logical);
  }
  CHECK(pdf::runs_leftward("הנהר x"));
  CHECK_FALSE(pdf::runs_leftward("The river"));
}
