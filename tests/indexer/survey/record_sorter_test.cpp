// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/record_sorter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "tests/temp_dir.h"

namespace nutgraf::survey {
namespace {

TEST_CASE("groups come in order, from memory and from the scratch file") {
  const test::TempDir folder;
  std::map<std::uint64_t, std::vector<std::uint64_t>> expected;
  std::mt19937 random(7);
  RecordSorter sorter(folder.path() / "records", 0);  // the least memory: about a thousand records
  for (int batch = 0; batch < 30; ++batch) {
    std::vector<Record> records;
    for (int i = 0; i < 300; ++i) {
      records.push_back({random() % 500, random() % 100});
      expected[records.back().key].push_back(records.back().value);
    }
    sorter.add(records);
  }
  sorter.sort();
  for (auto& [key, values] : expected) {
    std::ranges::sort(values);
  }
  for (int pass = 0; pass < 2; ++pass) {
    auto next = expected.begin();
    sorter.each_group([&](std::uint64_t key, std::span<const std::uint64_t> values) {
      REQUIRE(next != expected.end());
      CHECK(key == next->first);
      CHECK(std::ranges::equal(values, next->second));
      ++next;
    });
    CHECK(next == expected.end());
  }
}

TEST_CASE("nothing sorted is no group") {
  const test::TempDir folder;
  RecordSorter sorter(folder.path() / "records", 1000);
  sorter.sort();
  sorter.each_group([](std::uint64_t, std::span<const std::uint64_t>) { FAIL("a group of nothing"); });
}

}  // namespace
}  // namespace nutgraf::survey
