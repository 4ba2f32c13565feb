// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/date_numbers.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace nutgraf::read::dates {
namespace {

using schema::Day;

/// Numbers in the shape of a day and a time, and the years that are believed in that shape.
struct Shape {
  std::int64_t below_day;  // what the digits after the day make at most, plus 1
  std::int64_t per_minute;
  int first_year;
  int last_year;
};
// Each is a moment since 1970 too, but one far from any news: 12 digits lie in the first half of 1976 as milliseconds,
// 14 in 1970 as microseconds, 17 in the 27th century.
constexpr std::array kShapes = {
    Shape{1, 0, 1000, 9999},
    Shape{10'000, 1, 1900, 2099},
    Shape{1'000'000, 100, 1000, 9999},
    Shape{1'000'000'000, 100'000, 1900, 2099},
};

/// Nothing if `number` does not have this many digits or its year is not believed.
std::optional<Day> day_in(std::int64_t number, const Shape& shape) {
  constexpr std::int64_t kLastDay = 9999'12'31;
  const std::int64_t digits = number / shape.below_day;
  if (digits > kLastDay) {
    return std::nullopt;
  }
  const auto day = static_cast<int>(digits);
  const int year = day / 10000;
  const bool believed = year >= shape.first_year && year <= shape.last_year;
  return believed ? std::optional(Day{year, day / 100 % 100, day % 100}) : std::nullopt;
}

std::string clock_in(std::int64_t number, const Shape& shape) {
  if (shape.per_minute == 0) {
    return {};
  }
  const std::int64_t clock = number % shape.below_day / shape.per_minute;
  const std::string minutes = fmt::format("{:02}:{:02}", clock / 100, clock % 100);
  const std::int64_t rest = number % shape.per_minute;
  return shape.per_minute == 1 ? minutes : fmt::format("{}:{:02}", minutes, rest / (shape.per_minute / 100));
}

/// YYYYMMDDhh where it is no later than the day after `today`, and the same number in seconds is.
std::optional<WrittenDate> day_and_hour(std::int64_t number, Day today) {
  constexpr Shape kHour{100, 1, 1900, 2099};
  const std::optional<Day> day = day_in(number, kHour);
  const std::int64_t hour = number % 100;
  if (!day || !schema::is_valid(*day) || hour >= 24) {
    return std::nullopt;
  }
  const std::int64_t tomorrow = schema::days_since_1970(today) + 1;
  const bool believed = schema::days_since_1970(*day) <= tomorrow && schema::whole_days(number) > tomorrow;
  return believed ? dated(*day, fmt::format("{:02}:00", hour)) : std::nullopt;
}

std::optional<WrittenDate> since_1970(std::int64_t number) {
  // A number this small is a year or a counter.
  constexpr std::int64_t kSmallest = 10'000'000;
  const std::int64_t size = number < 0 ? -number : number;
  if (size < kSmallest) {
    return std::nullopt;
  }
  const std::int64_t scale = size < 100'000'000'000           ? 1
                             : size < 100'000'000'000'000     ? 1000
                             : size < 100'000'000'000'000'000 ? 1'000'000
                                                              : 1'000'000'000;
  const std::int64_t unit = schema::kSecondsPerDay * scale;
  const std::int64_t day = number >= 0 ? number / unit : -((-number + unit - 1) / unit);
  const std::int64_t second = (number - day * unit) / scale;
  auto date = dated(schema::day_of(day), {});
  if (date) {
    date->time = fmt::format("T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60);
  }
  return date;
}

}  // namespace

std::optional<WrittenDate> parse_number(std::int64_t number, Day today) {
  for (const Shape& shape : kShapes) {
    if (const auto day = day_in(number, shape)) {
      return dated(*day, clock_in(number, shape));
    }
  }
  if (auto date = day_and_hour(number, today)) {
    return date;
  }
  // The one number without a negative of its own.
  return number == INT64_MIN ? std::nullopt : since_1970(number);
}

std::optional<WrittenDate> parse_number(std::int64_t number) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  return parse_number(number, schema::day_of(schema::whole_days(seconds)));
}

}  // namespace nutgraf::read::dates
