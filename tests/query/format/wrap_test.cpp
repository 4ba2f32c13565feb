// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/wrap.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/text/display_width.h"
#include "query/format/captions.h"

namespace nutgraf::test {
namespace {

constexpr format::MarkStyle kStars{"*", "*", 1, false};
constexpr format::MarkStyle kColours{"<", ">", 0, true};

std::string wrapped(std::string_view text, const std::vector<view::CodePoints>& marks, std::size_t width,
                    const format::MarkStyle& style) {
  return format::wrap(format::segments(text, marks), style, {width, ""});
}

}  // namespace

TEST_CASE("segments: marks parted by blanks are one, marks outside the text are none") {
  struct Row {
    std::string text;
    std::vector<view::CodePoints> marks;
    std::string shown;
  };
  for (const Row& row : std::vector<Row>{
           {"one two three", {}, "one two three"},
           {"one two three", {{0, 3}}, "[one] two three"},
           {"one two three", {{0, 3}, {4, 7}}, "[one two] three"},
           {"one, two three", {{0, 3}, {5, 8}}, "[one], [two] three"},
           {"one\n two", {{0, 3}, {5, 8}}, "[one\n two]"},
           {"über Maß 中国", {{5, 8}, {9, 11}}, "über [Maß 中国]"},
           {"one", {{0, 99}}, "[one]"},
           {"one", {{7, 9}}, "one"},
           {"one two", {{4, 7}, {0, 3}}, "one [two]"},
           {"", {{0, 1}}, ""},
       }) {
    CAPTURE(row.text);
    std::string shown;
    for (const format::Segment& segment : format::segments(row.text, row.marks)) {
      shown += segment.marked ? "[" + std::string(segment.text) + "]" : std::string(segment.text);
    }
    CHECK(shown == row.shown);
  }
}

TEST_CASE("wrap breaks at blanks, beside wide characters, and inside words longer than a line") {
  struct Row {
    std::string text;
    std::vector<view::CodePoints> marks;
    std::string lines;
  };
  for (const Row& row : std::vector<Row>{
           {"aaaaaaaaa bbbbbbbbbb ccccc", {}, "aaaaaaaaa bbbbbbbbbb\nccccc\n"},
           {"aaaaaaaaa bbbbbbbbbb ccccc", {{0, 9}}, "*aaaaaaaaa*\nbbbbbbbbbb ccccc\n"},
           {"  a \t\n b  ", {}, "a b\n"},
           {"aaaaaaaaaabbbbbbbbbbccccc dd", {}, "aaaaaaaaaabbbbbbbbbb\nccccc dd\n"},
           {"一二三四五六七八九十甲乙丙", {}, "一二三四五六七八九十\n甲乙丙\n"},
           {"ab一二三四五六七八九十", {}, "ab一二三四五六七八九\n十\n"},
           {"", {}, ""},
           {" \n ", {}, ""},
       }) {
    CAPTURE(row.text);
    CHECK(wrapped(row.text, row.marks, 20, kStars) == row.lines);
  }
}

TEST_CASE("a mark over a line's end is closed and opened again in colours only") {
  const std::string text = "aaaaaaaaaa bbbbbbb ccc ddd";
  CHECK(wrapped(text, {{11, 22}}, 20, kColours) == "aaaaaaaaaa <bbbbbbb>\n<ccc> ddd\n");
  CHECK(wrapped(text, {{11, 22}}, 20, kStars) == "aaaaaaaaaa *bbbbbbb\nccc* ddd\n");
}

TEST_CASE("no line is wider than the paper") {
  const std::string text =
      "Один 二三 word, łódź  e\xCC\x81t\xC3\xA9 ไทยภาษา\n\nلعربية 😀😀😀 supercalifragilisticexpialidocious 中国。";
  for (std::size_t width = 20; width < 60; ++width) {
    const std::string lines = wrapped(text, {{0, 4}, {10, 14}}, width, kStars);
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = lines.find('\n', begin);
      CHECK(display_width(std::string_view(lines).substr(begin, end - begin)) <= width);
      begin = end + 1;
    }
  }
}

TEST_CASE("controls and invalid bytes do not reach a terminal") {
  CHECK(without_controls("a\033[1mb\x07\tc\nd\x7F"
                         "e\xC2\x9B"
                         "f\xFFg") == "a [1mb  c\nd e f\xEF\xBF\xBDg");
}

TEST_CASE("what reorders a line does not reach a terminal") {
  for (const char* control :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    CHECK(without_controls(std::string("red") + control + "fdp.exe") == "redfdp.exe");
  }
  const std::string text = "red\u202Efdp.exe \u2066x\u2069";
  CHECK(wrapped(text, {}, 40, kStars).find("redfdp.exe x") != std::string::npos);
  CHECK(without_controls("a\u200Bb\u200Cc\u2065d") == "a\u200Bb\u200Cc\u2065d");
  CHECK(without_controls("\u200F(1967)\u200E \u061C%") == "\u200F(1967)\u200E \u061C%");
}

TEST_CASE("captions") {
  struct Row {
    std::uint64_t offset;
    std::size_t shown;
    std::uint64_t total;
    view::Relation relation;
    const char* range;
    const char* more;
  };
  for (const Row& row : {
           Row{0, 10, 26, view::Relation::Exact, "10 of 26", "more: -n 26"},
           Row{0, 26, 26, view::Relation::Exact, "26 of 26", ""},
           Row{10, 10, 26, view::Relation::Exact, "11-20 of 26", "more: --offset 20"},
           Row{0, 10, 9412, view::Relation::Approximate, "10 of about 9,412", "more: --offset 10"},
           Row{0, 0, 0, view::Relation::Exact, "nothing found", ""},
           Row{50, 0, 26, view::Relation::Exact, "0 of 26", ""},
       }) {
    view::Answer answer;
    answer.offset = row.offset;
    answer.total = row.total;
    answer.relation = row.relation;
    answer.hits.resize(row.shown);
    CAPTURE(row.range);
    CHECK(format::range_of(answer) == row.range);
    CHECK(format::advice_for_more(answer) == row.more);
  }
}

}  // namespace nutgraf::test
