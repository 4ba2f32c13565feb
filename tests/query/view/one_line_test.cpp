// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/one_line.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::test {

TEST_CASE("white space and controls become one blank") {
  CHECK(view::one_line("a \t\n\n b\x1b[1m") == "a b [1m");
  CHECK(view::one_line(" a ") == " a ");
  CHECK(view::one_line("a\uFEFFb") == "ab");
  CHECK(view::one_line("").empty());
}

TEST_CASE("text cut to columns, wide characters whole") {
  CHECK(view::first_columns("abc", 2) == "ab");
  CHECK(view::first_columns("中国人", 5) == "中国");
  CHECK(view::first_columns("abc", 9) == "abc");
  CHECK(view::last_columns("abc", 2) == "bc");
  CHECK(view::last_columns("中国人", 5) == "国人");
  CHECK(view::last_columns("", 3).empty());
  // A mark goes with the letter that it stands on.
  CHECK(view::last_columns("xe\u0301a", 1) == "a");
  CHECK(view::last_columns("xe\u0301", 1) == "e\u0301");
  CHECK(view::first_columns("e\u0301x", 1) == "e\u0301");
  CHECK(view::first_columns("\u0915\u093F\u0916", 2) == "\u0915\u093F");
  CHECK(view::first_columns("\u0916\u0915\u093F", 2) == "\u0916");
  CHECK(view::last_columns("\u0915\u093F\u0916", 2) == "\u0916");
}

TEST_CASE("text from right to left is an island, its own controls taken out") {
  CHECK(view::has_right_to_left("abc \u05D0"));
  CHECK(view::has_right_to_left("\u0627\u0644"));
  CHECK_FALSE(view::has_right_to_left("abc 中 é"));
  CHECK(view::isolated("a\u202Eb\u2067") == "\u2068ab\u2069");
  CHECK(view::isolated("\u200F(1967)\u200E") == "\u2068\u200F(1967)\u200E\u2069");
}

}  // namespace nutgraf::test
