// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/trend.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/failure.h"

namespace nutgraf::view {
namespace {

using schema::Day;
using schema::DayRange;

constexpr std::size_t kMaxBuckets = 100000;
constexpr std::int64_t kDaysOfWeek = 7;
constexpr std::int64_t kThursday = 3;  // from Monday

/// 0 = Monday; 1970 began on a Thursday.
std::int64_t weekday(std::int64_t days) {
  return ((days + kThursday) % kDaysOfWeek + kDaysOfWeek) % kDaysOfWeek;
}

DayRange clamped(std::int64_t first, std::int64_t last) {
  const std::int64_t least = schema::days_since_1970(schema::kFirstDay);
  const std::int64_t most = schema::days_since_1970(schema::kLastDay);
  return {schema::day_of(std::max(first, least)), schema::day_of(std::min(last, most))};
}

/// The year of a week is that of its Thursday; week 1 has the year's first one.
std::string week_name(Day monday) {
  const std::int64_t thursday = schema::days_since_1970(monday) - weekday(schema::days_since_1970(monday)) + kThursday;
  const Day day = schema::day_of(thursday);
  const std::int64_t before = thursday - schema::days_since_1970({day.year, 1, 1});
  return fmt::format("{:04}-W{:02}", day.year, before / kDaysOfWeek + 1);
}

/// What names only its month is in none of the buckets that are shorter.
Timeline in_days(Timeline timeline, Period period) {
  const bool is_shorter = period == Period::Day || period == Period::Week;
  for (const auto& [first, counts] : timeline.months) {
    (is_shorter ? timeline.undated : timeline.days[first]) += counts;
  }
  timeline.months.clear();
  return timeline;
}

}  // namespace

DayCounts& DayCounts::operator+=(const DayCounts& other) {
  passages += other.passages;
  articles += other.articles;
  occurrences += other.occurrences;
  tokens += other.tokens;
  return *this;
}

DayRange days_around(Day day, Period period) {
  switch (period) {
    case Period::Day:
      break;
    case Period::Week: {
      const std::int64_t at = schema::days_since_1970(day);
      const std::int64_t monday = at - weekday(at);
      return clamped(monday, monday + kDaysOfWeek - 1);
    }
    case Period::Month:
      return *schema::parse_period(fmt::format("{:04}-{:02}", day.year, day.month));
    case Period::Year:
      return *schema::parse_period(fmt::format("{:04}", day.year));
  }
  return {day, day};
}

std::string bucket_name(DayRange days, Period period) {
  switch (period) {
    case Period::Day:
      break;
    case Period::Week:
      return week_name(days.first);
    case Period::Month:
      return fmt::format("{:04}-{:02}", days.first.year, days.first.month);
    case Period::Year:
      return fmt::format("{:04}", days.first.year);
  }
  return schema::to_string(days.first);
}

std::vector<Bucket> buckets(const Timeline& whole, Period period) {
  const Timeline timeline = in_days(whole, period);
  std::vector<Bucket> all;
  auto next = timeline.days.begin();
  const auto end = timeline.days.end();
  while (next != end) {
    const std::int64_t last = timeline.days.rbegin()->first;
    if (all.size() == kMaxBuckets) {
      throw Failure(ExitCode::Usage,
                    fmt::format("{} to {} has more than {} buckets", schema::to_string(all.front().days->first),
                                schema::to_string(schema::day_of(last)), kMaxBuckets),
                    "give --since and --until, or longer buckets: --by year");
    }
    const std::int64_t from = all.empty() ? next->first : schema::days_since_1970(all.back().days->last) + 1;
    const DayRange days = days_around(schema::day_of(from), period);
    Bucket& bucket = all.emplace_back();
    bucket.name = bucket_name(days, period);
    bucket.days = days;
    const std::int64_t until = schema::days_since_1970(days.last);
    for (; next != end && next->first <= until; ++next) {
      bucket.counts += next->second;
    }
  }
  all.push_back({"undated", std::nullopt, timeline.undated});
  return all;
}

std::vector<Bucket> overview_buckets(const Timeline& timeline) {
  constexpr std::size_t kMostShown = 120;
  const Timeline all = in_days(timeline, Period::Month);
  if (all.days.empty()) {
    return {};
  }
  const std::int64_t days = all.days.rbegin()->first - all.days.begin()->first + 1;
  const auto fit = [days](std::int64_t length) { return days / length < static_cast<std::int64_t>(kMostShown); };
  const Period least = !timeline.months.empty() ? Period::Month : fit(1) ? Period::Day : Period::Week;
  const Period period = least != Period::Month && fit(kDaysOfWeek) ? least : fit(30) ? Period::Month : Period::Year;
  std::vector<Bucket> shown = buckets(timeline, period);
  shown.pop_back();
  return shown;
}

}  // namespace nutgraf::view
