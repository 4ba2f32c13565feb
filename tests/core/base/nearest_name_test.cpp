// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/nearest_name.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf {

TEST_CASE("a mistyped name finds the one that was meant") {
  const std::vector<std::string> names = {"search", "batch", "csv", "json", "jsonl", "tsv", "--limit", "--lang"};
  struct Row {
    const char* typed;
    const char* nearest;
  };
  for (const Row& row : {Row{"serach", "search"}, Row{"Search", "search"}, Row{"sear", "search"}, Row{"cvs", "csv"},
                         Row{"jsn", "json"}, Row{"jso", "json"}, Row{"--limt", "--limit"}, Row{"--lagn", "--lang"},
                         Row{"yaml", ""}, Row{"xs", ""}, Row{"frobnicate", ""}, Row{"", ""}}) {
    CAPTURE(row.typed);
    CHECK(nearest_name(row.typed, names) == row.nearest);
  }
  CHECK(did_you_mean("-f ", "csv") == "did you mean -f csv? ");
  CHECK(did_you_mean("-f ", "").empty());
}

}  // namespace nutgraf
