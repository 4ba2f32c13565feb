// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/position_list.h"
#include "core/glass/term_list.h"
#include "indexer/bulk/term_list.h"
#include "tests/hex.h"
#include "tests/random.h"

namespace {

using nutgraf::test::hex;
using nutgraf::test::Random;
using namespace nutgraf::bulk;   // NOLINT(google-build-using-namespace)
using namespace nutgraf::glass;  // NOLINT(google-build-using-namespace)

std::string tag_of(std::span<const std::uint32_t> positions) {
  std::string tag(positions_room(positions.size()), '\0');
  tag.resize(static_cast<std::size_t>(put_positions(tag.data(), positions) - tag.data()));
  return tag;
}

std::vector<std::uint32_t> read_back(const std::string& tag) {
  std::vector<std::uint32_t> positions;
  append_positions({reinterpret_cast<const unsigned char*>(tag.data()), tag.size()}, positions);
  return positions;
}

}  // namespace

TEST_CASE("positions as interpolative code") {
  struct Row {
    std::vector<std::uint32_t> positions;
    std::string_view tag;
  };
  for (const Row& row : std::vector<Row>{{{9}, "09"}, {{3, 7, 8, 20}, "14430600"}, {{1, 2}, "0201"}}) {
    const std::string tag = tag_of(row.positions);
    CHECK(hex(tag) == row.tag);
    CHECK(read_back(tag) == row.positions);
  }
}

TEST_CASE("positions are read as they were written") {
  Random random(5);
  for (unsigned round = 0; round < 2000; ++round) {
    std::vector<std::uint32_t> positions;
    const std::uint32_t widest = 1 + random() % (round % 10 == 0 ? 1'000'000 : 40);
    std::uint32_t position = 0;
    for (std::size_t i = 0, count = 1 + random() % 60; i < count; ++i) {
      position += 1 + random() % widest;
      positions.push_back(position);
    }
    const std::string tag = tag_of(positions);
    REQUIRE(read_back(tag) == positions);
  }
}

TEST_CASE("positions take no more than their room") {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t place = 0; place < 200; ++place) {
    positions.push_back(std::uint32_t{4'000'000'000} + place * 977);
    const std::string tag = tag_of(positions);
    CHECK(tag.size() <= positions_room(positions.size()));
    CHECK(read_back(tag) == positions);
  }
}

TEST_CASE("term lists are front-coded") {
  nutgraf::passage::PassageDocument passage;
  passage.add_term("Kx", 0, {});
  passage.add_term("cat", 2, std::vector<std::uint32_t>{1, 2});
  std::string tag;
  put_term_list(tag, passage);
  CHECK(hex(tag) == "0202024b78000903636174");
  passage.values[0] = "a";
  passage.values[3] = "b";
  std::string slots;
  put_used_slots(slots, passage.values);
  CHECK(hex(slots) == "0002");
}
