// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/day.h"

#include <fmt/format.h>

#include <chrono>

#include "core/base/ascii.h"

namespace nutgraf::schema {
namespace {

std::chrono::year_month_day calendar(Day day) {
  return {std::chrono::year{day.year}, std::chrono::month{static_cast<unsigned>(day.month)},
          std::chrono::day{static_cast<unsigned>(day.day)}};
}

int last_of_month(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// The number that `digits` decimal digits from `at` make; -1 where there are others.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (const char c : text.substr(at, digits)) {
    if (!ascii::is_digit(c)) {
      return -1;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

bool is_valid(Day day) {
  return day.year >= kFirstDay.year && day.year <= kLastDay.year && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= last_of_month(day.year, day.month);
}

std::int64_t days_since_1970(Day day) {
  return std::chrono::sys_days{calendar(day)}.time_since_epoch().count();
}

Day day_of(std::int64_t days_since_1970) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days_since_1970}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string to_string(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::optional<DayRange> parse_period(std::string_view text) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kDay = 10;
  const bool has_month = text.size() >= kMonth;
  const bool has_day = text.size() == kDay;
  if ((text.size() != kYear && text.size() != kMonth && !has_day) || (has_month && text[kYear] != '-') ||
      (has_day && text[kMonth] != '-')) {
    return std::nullopt;
  }
  DayRange range;
  range.first = {number_at(text, 0, 4), has_month ? number_at(text, kYear + 1, 2) : 1,
                 has_day ? number_at(text, kMonth + 1, 2) : 1};
  if (!is_valid(range.first)) {
    return std::nullopt;
  }
  range.last = range.first;
  if (!has_month) {
    range.last.month = 12;
  }
  if (!has_day) {
    range.last.day = last_of_month(range.last.year, range.last.month);
  }
  return range;
}

}  // namespace nutgraf::schema
