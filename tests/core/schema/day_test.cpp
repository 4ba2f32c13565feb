// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/day.h"

#include <doctest/doctest.h>

#include <string>

using nutgraf::schema::Day;
using nutgraf::schema::day_of;
using nutgraf::schema::DayRange;
using nutgraf::schema::days_since_1970;
using nutgraf::schema::is_valid;
using nutgraf::schema::parse_period;

TEST_CASE("days count from 1970, both ways, over the whole calendar") {
  CHECK(days_since_1970({1970, 1, 1}) == 0);
  CHECK(days_since_1970({1969, 12, 31}) == -1);
  CHECK(days_since_1970({2000, 3, 1}) == 11017);
  CHECK(days_since_1970(nutgraf::schema::kFirstDay) == -719162);
  CHECK(days_since_1970(nutgraf::schema::kLastDay) == 2932896);
  Day before = day_of(-719163);
  for (std::int64_t number = -719162; number <= 2932896; number += 13) {
    const Day day = day_of(number);
    REQUIRE(is_valid(day));
    REQUIRE(days_since_1970(day) == number);
    REQUIRE(before < day);
    before = day;
  }
}

TEST_CASE("days that no calendar has") {
  const Day wrong[] = {{2023, 2, 29}, {1900, 2, 29}, {2023, 0, 1}, {2023, 13, 1}, {2023, 4, 31},
                       {0, 1, 1},     {10000, 1, 1}, {2023, 1, 0}, {2023, 1, -1}, {-1, 1, 1}};
  for (const Day day : wrong) {
    CAPTURE(to_string(day));
    CHECK_FALSE(is_valid(day));
  }
  CHECK(is_valid({2024, 2, 29}));
  CHECK(is_valid({2000, 2, 29}));
}

TEST_CASE("periods") {
  struct Row {
    const char* text;
    DayRange expected;
  };
  const Row rows[] = {
      {"2023", {{2023, 1, 1}, {2023, 12, 31}}},
      {"2023-06", {{2023, 6, 1}, {2023, 6, 30}}},
      {"2024-02", {{2024, 2, 1}, {2024, 2, 29}}},
      {"1900-02", {{1900, 2, 1}, {1900, 2, 28}}},
      {"0001", {{1, 1, 1}, {1, 12, 31}}},
      {"9999-12-31", {{9999, 12, 31}, {9999, 12, 31}}},
      {"1958-10-07", {{1958, 10, 7}, {1958, 10, 7}}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.text) {
      CHECK(parse_period(row.text) == row.expected);
    }
  }
  for (const std::string text :
       {"", "23", "2023-", "2023-6", "2023-13", "2023-00", "2023-02-30", "2023/06", "2023-06-1", "0000", "20230619",
        "2023-06-19T", "+023", " 2023", "none", "2023-06_19"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text).has_value());
  }
}
