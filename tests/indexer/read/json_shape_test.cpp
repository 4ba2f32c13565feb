// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json_shape.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace nutgraf::read;

TEST_CASE("JSON on lines and otherwise") {
  struct Row {
    const char* name;
    std::string_view front;
    JsonShape expected;
  };
  const Row rows[] = {
      {"two lines", "{\"text\": \"x\"}\n{\"text\": \"y\"}", JsonShape::Lines},
      {"the first line broken", "{\"text\": \"x}\n{\"text\": \"y\"}", JsonShape::Lines},
      {"one line of several", "{\"text\": \"x\"}\n \"y\"", JsonShape::Lines},
      {"one line", "{\"text\": \"x\"}", JsonShape::Values},
      {"an indented record", "{\n  \"text\": \"x\"\n}", JsonShape::Values},
      {"an array on lines", "[\n{\"text\": \"x\"}]", JsonShape::Values},
      {"an array", "[{\"text\": \"x\"}]", JsonShape::Values},
      {"nothing", "", JsonShape::Values},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(json_shape(row.front) == row.expected);
    }
  }
}
