// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/shape.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace nutgraf::read;

TEST_CASE("JSON on lines and otherwise") {
  struct Row {
    const char* name;
    std::string_view front;
    json::Shape expected;
  };
  const Row rows[] = {
      {"two lines", "{\"text\": \"x\"}\n{\"text\": \"y\"}", json::Shape::Lines},
      {"the first line broken", "{\"text\": \"x}\n{\"text\": \"y\"}", json::Shape::Lines},
      {"one line of several", "{\"text\": \"x\"}\n \"y\"", json::Shape::Lines},
      {"one line", "{\"text\": \"x\"}", json::Shape::Values},
      {"an indented record", "{\n  \"text\": \"x\"\n}", json::Shape::Values},
      {"an array on lines", "[\n{\"text\": \"x\"}]", json::Shape::Values},
      {"an array", "[{\"text\": \"x\"}]", json::Shape::Values},
      {"a list that begins on the next line", "{\"data\": [\n{\"text\": \"x\"},\n{\"text\": \"y\"}\n]}",
       json::Shape::Values},
      {"a list that goes on there", "{\"data\": [{\"text\": \"x\"},\n{\"text\": \"y\"}]}", json::Shape::Values},
      {"nothing", "", json::Shape::Values},
      {"lines that end with CR", "{\"text\": \"x\"}\r{\"text\": \"y\"}\r", json::Shape::Lines},
      {"an indented record with CR", "{\r  \"text\": \"x\"\r}", json::Shape::Values},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(json::shape_of(row.front) == row.expected);
    }
  }
}

TEST_CASE("records on lines are told whatever ends a line or begins it") {
  CHECK(json::begins_json_lines("{\"a\": 1}\n{\"a\": 2}"));
  CHECK(json::begins_json_lines("{\"a\": 1}\r{\"a\": 2}\r"));
  CHECK(json::begins_json_lines("{\"a\": 1}\n\xEF\xBB\xBF{\"a\": 2}\n"));
  CHECK_FALSE(json::begins_json_lines("{\"a\": 1}\nand more"));
  CHECK(json::sniff_json("{\"a\": 1}\r{\"a\": 2}\r") == Evidence::Weak);
}
