// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/schema/day.h"

/// Matches over time.
namespace nutgraf::view {

enum class Period : std::uint8_t { Day, Week, Month, Year };

/// Counts of one day, or of the articles without one.
struct DayCounts {
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t tokens = 0;  // of all passages of that day, whether they match or not
  DayCounts& operator+=(const DayCounts& other);
  friend bool operator==(const DayCounts&, const DayCounts&) = default;
};

/// By days since 1970.
struct Timeline {
  std::map<std::int64_t, DayCounts> days;
  std::map<std::int64_t, DayCounts> months;  // of articles that name only their month, by its first day
  DayCounts undated;
};

struct Bucket {
  std::string name;                      // 2023-06-19, 2023-W25, 2023-06, 2023, undated
  std::optional<schema::DayRange> days;  // none for undated
  DayCounts counts;
};

/// The days that share a bucket with this one: an ISO 8601 week (Monday to Sunday), a calendar month or year.
[[nodiscard]] schema::DayRange days_around(schema::Day day, Period period);
[[nodiscard]] std::string bucket_name(schema::DayRange days, Period period);

/// Every bucket from the first day to the last, empty ones too, then "undated", which by day and by week counts what
/// names only its month. Throws Failure(Usage) for more than 100,000.
[[nodiscard]] std::vector<Bucket> buckets(const Timeline& timeline, Period period);

/// The same by the shortest period that has at most 120 buckets and counts all that is dated; without "undated".
[[nodiscard]] std::vector<Bucket> overview_buckets(const Timeline& timeline);

}  // namespace nutgraf::view
