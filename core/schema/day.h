// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::schema {

inline constexpr std::int64_t kSecondsPerDay = 86'400;

/// A calendar day of the proleptic Gregorian calendar, years 1 to 9999.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};

/// Both ends included.
struct DayRange {
  Day first;
  Day last;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

[[nodiscard]] bool is_valid(Day day);
[[nodiscard]] std::int64_t days_since_1970(Day day);
/// Days since 1970 at a time in seconds since then, rounded down before 1970, too.
[[nodiscard]] constexpr std::int64_t whole_days(std::int64_t seconds) {
  return seconds / kSecondsPerDay - (seconds % kSecondsPerDay < 0 ? 1 : 0);
}
[[nodiscard]] Day day_of(std::int64_t days_since_1970);
[[nodiscard]] std::string to_string(Day day);  // 2023-06-19

/// "2023", "2023-06", "2023-06-19": the days it spans; nothing if it is no such date.
[[nodiscard]] std::optional<DayRange> parse_period(std::string_view text);

inline constexpr Day kFirstDay{1, 1, 1};
inline constexpr Day kLastDay{9999, 12, 31};

}  // namespace nutgraf::schema
