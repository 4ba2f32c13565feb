// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/concordance.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::test {

TEST_CASE("occurrences: one a mark, in context, places in code points") {
  Hit hit;
  hit.text = "Ein Café am\n\nMeer: das Café-Haus und das Café.";
  hit.highlights = {{4, 8}, {23, 27}, {28, 32}, {41, 45}};
  const auto found = occurrences(hit, 8);
  REQUIRE(found.size() == 3);
  CHECK(found[0].left == "Ein ");
  CHECK(found[0].node == "Café");
  CHECK(found[0].right == " am Mee");
  CHECK(found[0].place == CodePoints{4, 8});
  CHECK(found[1].left == "er: das ");
  CHECK(found[1].node == "Café-Haus");
  CHECK(found[1].place == CodePoints{23, 32});
  CHECK(found[2].left == "und das ");
  CHECK(found[2].right == ".");
  CHECK(occurrences(Hit(), 8).empty());
}

TEST_CASE("text cut to columns, wide characters whole") {
  CHECK(first_columns("abc", 2) == "ab");
  CHECK(first_columns("中国人", 5) == "中国");
  CHECK(first_columns("abc", 9) == "abc");
  CHECK(last_columns("abc", 2) == "bc");
  CHECK(last_columns("中国人", 5) == "国人");
  CHECK(last_columns("", 3).empty());
}

}  // namespace nutgraf::test
