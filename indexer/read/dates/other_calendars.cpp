// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/other_calendars.h"

#include <algorithm>
#include <cstdint>

namespace nutgraf::read::dates {
namespace {

using schema::Day;

/// 1 Farvardin of a year, in days since 1970. In these centuries eight of 33 years are leap years.
std::int64_t first_day_of_iran(int year) {
  constexpr int kKnown = 1403;
  const std::int64_t known = schema::days_since_1970({2024, 3, 20});
  const auto leap_days = [](std::int64_t y) { return (8 * y + 21) / 33; };
  return known + std::int64_t{365} * (year - kKnown) + leap_days(year) - leap_days(kKnown);
}

bool is_of_iran(int year) {
  return year >= 1300 && year <= 1500;
}

}  // namespace

std::optional<Day> day_of_iran(Day written) {
  constexpr int kLongMonths = 6;
  constexpr int kMonths = 12;
  if (!is_of_iran(written.year)) {
    return std::nullopt;
  }
  const std::int64_t first = first_day_of_iran(written.year);
  const int long_before = std::clamp(written.month - 1, 0, kLongMonths);
  const std::int64_t begin = first + std::int64_t{30} * (written.month - 1) + long_before;
  const std::int64_t end =
      written.month == kMonths ? first_day_of_iran(written.year + 1) : begin + (written.month <= kLongMonths ? 31 : 30);
  const bool exists = written.month >= 1 && written.month <= kMonths && written.day >= 1 && begin + written.day <= end;
  return exists ? std::optional(schema::day_of(begin + written.day - 1)) : std::nullopt;
}

std::optional<Day> common_day(Day written, std::string_view language) {
  constexpr int kBuddhistEra = 543;
  if (written.year >= 2500 && written.year <= 2600) {
    written.year -= kBuddhistEra;
  }
  if (is_of_iran(written.year)) {
    return language.starts_with("fa") ? day_of_iran(written) : std::nullopt;
  }
  return written;
}

}  // namespace nutgraf::read::dates
