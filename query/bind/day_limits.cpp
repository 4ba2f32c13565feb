// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/day_limits.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>

namespace nutgraf::bind {
namespace {

using schema::Day;
using schema::DayRange;

constexpr std::int64_t kMostBack = 4'000'000;  // days, more than there are years for

Day days_back(Day from, std::int64_t days) {
  const std::int64_t first = schema::days_since_1970(schema::kFirstDay);
  return schema::day_of(std::max(schema::days_since_1970(from) - days, first));
}

/// The same day of an earlier month, or the last one that it has.
Day months_back(Day from, std::int64_t months) {
  const std::int64_t all = from.year * 12LL + from.month - 1 - months;
  if (all < schema::kFirstDay.year * 12LL) {
    return schema::kFirstDay;
  }
  Day day{static_cast<int>(all / 12), static_cast<int>(all % 12) + 1, from.day};
  while (!schema::is_valid(day)) {
    --day.day;
  }
  return day;
}

std::optional<Day> read_span_back(std::string_view value, Day today) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (error != std::errc() || count < 0 || count > kMostBack || end + 1 != value.data() + value.size()) {
    return std::nullopt;
  }
  switch (*end) {
    case 'd':
    case 'D':
      return days_back(today, count);
    case 'w':
    case 'W':
      return days_back(today, count * 7);
    case 'm':
    case 'M':
      return months_back(today, count);
    case 'y':
    case 'Y':
      return months_back(today, count * 12);
    default:
      return std::nullopt;
  }
}

std::optional<DayRange> read_limit(std::string_view value, Day today) {
  if (const std::optional<Day> day = read_span_back(value, today)) {
    return DayRange{*day, *day};
  }
  return read_period(value);
}

}  // namespace

Day today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::optional<DaySpan> read_since(std::string_view value, Day today) {
  const std::optional<DayRange> limit = read_limit(value, today);
  return limit ? std::optional(DaySpan{false, limit->first, schema::kLastDay}) : std::nullopt;
}

std::optional<DaySpan> read_until(std::string_view value, Day today) {
  const std::optional<DayRange> limit = read_limit(value, today);
  return limit ? std::optional(DaySpan{false, schema::kFirstDay, limit->last}) : std::nullopt;
}

std::optional<DaySpan> common_days(const DaySpan& a, const DaySpan& b) {
  if (a.undated || b.undated) {
    return a.undated && b.undated ? std::optional(a) : std::nullopt;
  }
  const DaySpan both{false, std::max(a.first, b.first), std::min(a.last, b.last)};
  return both.first <= both.last ? std::optional(both) : std::nullopt;
}

}  // namespace nutgraf::bind
