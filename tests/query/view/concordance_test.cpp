// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/concordance.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::test {
namespace {

using Words = std::vector<std::string>;

view::ConcordanceLine line_of(const Words& left, const std::string& node, const Words& right) {
  view::ConcordanceLine line;
  line.node = node;
  line.words_left = left;
  line.words_right = right;
  return line;
}

Words sorted_by(const view::SortKeys& keys, std::vector<view::ConcordanceLine> lines) {
  view::sort_lines(lines, keys);
  Words out;
  for (const view::ConcordanceLine& line : lines) {
    out.push_back((line.words_left.empty() ? "" : line.words_left[0]) + "|" + line.node + "|" +
                  (line.words_right.empty() ? "" : line.words_right[0]));
  }
  return out;
}

}  // namespace

TEST_CASE("lines sort by the words beside the node, in the Unicode order of letters") {
  const std::vector<view::ConcordanceLine> lines = {line_of({"zu"}, "x", {"Zebra"}), line_of({}, "x", {"élan"}),
                                                    line_of({"an"}, "x", {"elan"}), line_of({"An"}, "y", {"eland"}),
                                                    line_of({"öl"}, "x", {})};
  CHECK(sorted_by({}, lines)[0] == "zu|x|Zebra");
  CHECK(sorted_by({1}, lines) == Words{"öl|x|", "an|x|elan", "|x|élan", "An|y|eland", "zu|x|Zebra"});
  CHECK(sorted_by({-1}, lines) == Words{"|x|élan", "an|x|elan", "An|y|eland", "öl|x|", "zu|x|Zebra"});
  CHECK(sorted_by({0, 1}, lines).back() == "An|y|eland");
  // Nothing there: all equal, and so as they came.
  CHECK(sorted_by({5}, lines) == sorted_by({}, lines));
}

TEST_CASE("a month sorts as its first day, oldest and newest first") {
  std::vector<view::ConcordanceLine> lines;
  for (const char* date : {"2024-02-03", "2024-01", "", "2024-01-31", "2024-02", "2024-01-05"}) {
    lines.push_back(line_of({}, date, {}));
    lines.back().record.date = date;
  }
  CHECK(sorted_by({view::kOldestFirst}, lines) ==
        Words{"|2024-01|", "|2024-01-05|", "|2024-01-31|", "|2024-02|", "|2024-02-03|", "||"});
  CHECK(sorted_by({view::kNewestFirst}, lines) ==
        Words{"|2024-02-03|", "|2024-02|", "|2024-01-31|", "|2024-01-05|", "|2024-01|", "||"});
}

}  // namespace nutgraf::test
