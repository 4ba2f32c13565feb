// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/slots.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <tuple>
#include <vector>

using namespace nutgraf::schema;

namespace {

constexpr unsigned kSeed = 20230619;

std::string some_id(std::mt19937& random) {
  const std::size_t size = random() % 90;
  std::string id;
  while (id.size() < size) {
    id += static_cast<char>(random() % 4 == 0 ? 0 : 'a' + random() % 3);
  }
  return id;
}

}  // namespace

TEST_CASE("times sort as bytes like as numbers, and come back") {
  std::mt19937_64 random(kSeed);
  std::vector<std::int64_t> times{std::numeric_limits<std::int64_t>::min(), -62135596800, -1, 0, 1, 253402300799,
                                  std::numeric_limits<std::int64_t>::max()};
  for (int i = 0; i < 2000; ++i) {
    times.push_back(static_cast<std::int64_t>(random()) >> (random() % 60U));
  }
  std::sort(times.begin(), times.end());
  for (std::size_t i = 0; i < times.size(); ++i) {
    REQUIRE(decode_time(encode_time(times[i])) == times[i]);
    REQUIRE(encode_time(times[i]).size() == 8);
    if (i > 0 && times[i - 1] < times[i]) {
      REQUIRE(encode_time(times[i - 1]) < encode_time(times[i]));
    }
  }
}

TEST_CASE("small numbers") {
  CHECK(encode_u32(0) == std::string(4, '\0'));
  CHECK(encode_u32(0x01020304) == "\x01\x02\x03\x04");
  CHECK(decode_u32(encode_u32(0xFFFFFFFFU)) == 0xFFFFFFFFU);
  CHECK(decode_u32("") == 0);
}

TEST_CASE("equal scores order newest first, undated last, then by id, then by ordinal") {
  const std::string june = encode_time(1687132800);
  const std::string may = encode_time(1684454400);
  const std::vector<std::string> expected{
      encode_order(june, "a", 0),
      encode_order(june, "a", 1),
      encode_order(june, "a", 300),
      encode_order(june, "ab", 0),
      encode_order(june, "b", 0),
      encode_order(may, "a", 0),
      encode_order(encode_time(-1), "a", 0),
      encode_order("", "a", 0),
      encode_order("", "b", 70000),
  };
  CHECK(std::is_sorted(expected.begin(), expected.end()));
}

TEST_CASE("no two passages have the same place in the order") {
  std::mt19937 random(kSeed);
  std::vector<std::tuple<std::string, std::uint32_t>> passages;
  for (int i = 0; i < 3000; ++i) {
    passages.emplace_back(some_id(random), random() % 3);
  }
  std::sort(passages.begin(), passages.end());
  passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
  std::vector<std::string> orders;
  for (const auto& [id, ordinal] : passages) {
    orders.push_back(encode_order("", id, ordinal));
  }
  std::sort(orders.begin(), orders.end());
  CHECK(std::adjacent_find(orders.begin(), orders.end()) == orders.end());
}

TEST_CASE("an order holds its id unless that was too long") {
  for (const std::size_t length : {1U, 20U, 55U, 57U, 64U}) {
    const std::string id(length, 'x');
    CAPTURE(length);
    CHECK(id_in_order(encode_order("", id, 7)) == id);
    CHECK(ordinal_in_order(encode_order("", id, 70000)) == 70000);
  }
  CHECK_FALSE(id_in_order(encode_order("", std::string(65, 'x'), 7)).has_value());
  CHECK_FALSE(id_in_order(encode_order("", std::string(56, 'x'), 7)).has_value());  // as long as a cut one
  CHECK_FALSE(id_in_order("").has_value());
}

TEST_CASE("long ids differ in their order and keep to a bound") {
  const std::string long_id(300, 'x');
  CHECK(encode_order("", long_id + "1", 0) != encode_order("", long_id + "2", 0));
  CHECK(encode_order("", long_id, 0).size() <= 8 + 64 + 5);
}
