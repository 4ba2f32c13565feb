// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/trend.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/failure.h"

namespace nutgraf::test {
namespace {

using schema::Day;
using schema::days_since_1970;

view::Timeline timeline_of(const std::vector<Day>& days) {
  view::Timeline timeline;
  for (const Day& day : days) {
    timeline.days[days_since_1970(day)] += {1, 1, 2, 100};
  }
  return timeline;
}

std::vector<std::string> names(const std::vector<view::Bucket>& buckets) {
  std::vector<std::string> out;
  for (const view::Bucket& bucket : buckets) {
    out.push_back(bucket.name);
  }
  return out;
}

}  // namespace

TEST_CASE("weeks are those of ISO 8601") {
  struct Row {
    Day day;
    const char* name;
    const char* monday;
  };
  const std::vector<Row> rows = {
      {{2023, 6, 19}, "2023-W25", "2023-06-19"},  {{2023, 6, 25}, "2023-W25", "2023-06-19"},
      {{2021, 1, 3}, "2020-W53", "2020-12-28"},   {{2021, 1, 4}, "2021-W01", "2021-01-04"},
      {{2024, 12, 30}, "2025-W01", "2024-12-30"}, {{2023, 1, 1}, "2022-W52", "2022-12-26"},
      {{1969, 12, 31}, "1970-W01", "1969-12-29"}, {{1946, 10, 1}, "1946-W40", "1946-09-30"},
  };
  for (const Row& row : rows) {
    const schema::DayRange week = view::days_around(row.day, view::Period::Week);
    CHECK(view::bucket_name(week, view::Period::Week) == row.name);
    CHECK(schema::to_string(week.first) == row.monday);
    CHECK(days_since_1970(week.last) - days_since_1970(week.first) == 6);
  }
}

TEST_CASE("what names only its month is in no shorter bucket") {
  view::Timeline timeline = timeline_of({{2025, 1, 30}, {2025, 2, 3}});
  timeline.months[days_since_1970({2025, 2, 1})] = {1, 1, 4, 50};
  timeline.undated = {1, 1, 1, 1};
  struct Row {
    view::Period period;
    std::uint64_t february;  // occurrences of the bucket that its first day is in
    std::uint64_t undated;
  };
  for (const Row& row : {Row{view::Period::Day, 0, 5}, Row{view::Period::Week, 2, 5}, Row{view::Period::Month, 6, 1},
                         Row{view::Period::Year, 8, 1}}) {
    const std::vector<view::Bucket> buckets = view::buckets(timeline, row.period);
    std::uint64_t february = 0;
    for (const view::Bucket& bucket : buckets) {
      const bool has_first =
          bucket.days && bucket.days->first <= Day{2025, 2, 1} && Day{2025, 2, 1} <= bucket.days->last;
      february += has_first ? bucket.counts.occurrences : 0U;
    }
    CAPTURE(static_cast<int>(row.period));
    CHECK(february == row.february);
    CHECK(buckets.back().counts.occurrences == row.undated);
  }
  CHECK(names(view::overview_buckets(timeline)) == std::vector<std::string>{"2025-01", "2025-02"});
}

TEST_CASE("empty buckets are shown, undated ones last") {
  view::Timeline timeline = timeline_of({{2023, 11, 30}, {2024, 2, 1}, {2024, 2, 29}});
  timeline.undated = {3, 2, 5, 700};
  const std::vector<view::Bucket> months = view::buckets(timeline, view::Period::Month);
  CHECK(names(months) == std::vector<std::string>{"2023-11", "2023-12", "2024-01", "2024-02", "undated"});
  CHECK(months[1].counts == view::DayCounts{});
  CHECK(months[3].counts == view::DayCounts{2, 2, 4, 200});
  CHECK(schema::to_string(months[3].days->last) == "2024-02-29");
  CHECK_FALSE(months[4].days);
  CHECK(months[4].counts == view::DayCounts{3, 2, 5, 700});
  CHECK(names(view::buckets(timeline, view::Period::Year)) == std::vector<std::string>{"2023", "2024", "undated"});
  CHECK(view::buckets(timeline, view::Period::Day).size() == 93);
  CHECK(names(view::buckets({}, view::Period::Day)) == std::vector<std::string>{"undated"});
}

TEST_CASE("the whole calendar, by year but not by day") {
  const view::Timeline timeline = timeline_of({{1, 1, 1}, {9999, 12, 31}});
  CHECK(view::buckets(timeline, view::Period::Year).size() == 10000);
  CHECK_THROWS_AS((void)view::buckets(timeline, view::Period::Day), Failure);
  CHECK(view::buckets(timeline_of({{9999, 12, 31}}), view::Period::Week).size() == 2);
}

TEST_CASE("an overview has at most 120 buckets") {
  CHECK(names(view::overview_buckets(timeline_of({{2024, 1, 1}, {2024, 1, 3}}))).size() == 3);
  CHECK(view::overview_buckets(timeline_of({{2023, 1, 1}, {2024, 1, 3}})).front().name == "2022-W52");
  CHECK(view::overview_buckets(timeline_of({{2018, 1, 1}, {2024, 1, 3}})).front().name == "2018-01");
  CHECK(view::overview_buckets(timeline_of({{1946, 1, 1}, {2024, 1, 3}})).size() == 79);
  CHECK(view::overview_buckets({}).empty());
}

}  // namespace nutgraf::test
