// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/day_filter.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "core/schema/slots.h"
#include "query/bind/day_limits.h"
#include "tests/query/bind/hand_lexicon.h"

namespace nutgraf {
namespace {

using test::bound_to;
using test::HandLexicon;
using test::terms_of;

}  // namespace

TEST_CASE("dates become few terms, or a range of values") {
  const HandLexicon lexicon;
  const auto terms = [&](const char* query) { return terms_of(bound_to(lexicon, query).root); };
  using Terms = std::vector<std::string>;
  CHECK(terms("date:2023-06-19") == Terms{"D20230619"});
  CHECK(terms("date:2023-06") == Terms{"M202306"});
  CHECK(terms("date:2023") == Terms{"Y2023"});
  CHECK(terms("date:2023-05..2023-07") == Terms{"M202305", "M202306", "M202307"});
  CHECK(terms("date:2022-12-31..2024-01-02") == Terms{"D20221231", "Y2023", "D20240101", "D20240102"});
  CHECK(terms("date:none") == Terms{"XNODATE"});
  // An article of March 2031 whose day is unknown is after 2029 too, and on no day before 6 March 1958.
  CHECK(terms("after:2029") == Terms{"Y2030", "M203101", "M203102", "M203103"});
  CHECK(terms("before:1958-03-03") == Terms{"D19580301", "D19580302"});
  CHECK(bind::is_a<bind::NotNode>(bound_to(lexicon, "date:1958-03..2031-03").root));
  CHECK(bind::is_a<bind::RangeNode>(bound_to(lexicon, "date:1958-03-04..2031-02-28").root));
  CHECK(terms("date:20230619") == Terms{"D20230619"});
  CHECK(terms("date:20230601..20230602") == Terms{"D20230601", "D20230602"});
  CHECK(bind::is_a<bind::OrNode>(bound_to(lexicon, "date:2021 OR date:2023").root));
  CHECK(bind::is_a<bind::BestMatchNode>(bound_to(lexicon, "x -date:2021 date:2023").root));
  CHECK(bind::is_a<bind::MatchNone>(bound_to(lexicon, "date:2040").root));
  CHECK(bind::is_a<bind::NotNode>(bound_to(lexicon, "date:1900..2100").root));
  const bind::BoundNode dated = bound_to(lexicon, "date:1958-03-10..2031-02").root;
  const auto& range = std::get<bind::RangeNode>(dated.payload);
  CHECK(range.low == schema::encode_time(schema::days_since_1970({1958, 3, 10}) * 86400));
  CHECK(range.high == schema::encode_time(schema::days_since_1970({2031, 3, 1}) * 86400 - 1));
  // The value of an article of March 2031 whose day is unknown is that of 1 March.
  const bind::BoundNode cut = bound_to(lexicon, "date:1958-03-10..2031-03-02").root;
  const auto& either = std::get<bind::OrNode>(cut.payload);
  CHECK(cut.is_date);
  REQUIRE(either.children.size() == 2);
  CHECK(std::get<bind::RangeNode>(either.children[0].payload).high == range.high);
  CHECK(terms_of(either.children[1]) == Terms{"D20310301", "D20310302"});
}

TEST_CASE("days may be counted back from today") {
  const schema::Day today{2024, 3, 31};
  struct SpanRow {
    const char* value;
    const char* first;  // of --since
    const char* last;   // of --until
  };
  for (const SpanRow& row :
       {SpanRow{"7d", "2024-03-24", "2024-03-24"}, SpanRow{"0d", "2024-03-31", "2024-03-31"},
        SpanRow{"2w", "2024-03-17", "2024-03-17"}, SpanRow{"1m", "2024-02-29", "2024-02-29"},
        SpanRow{"13M", "2023-02-28", "2023-02-28"}, SpanRow{"1y", "2023-03-31", "2023-03-31"},
        SpanRow{"9999y", "0001-01-01", "0001-01-01"}, SpanRow{"2023", "2023-01-01", "2023-12-31"},
        SpanRow{"2023-06", "2023-06-01", "2023-06-30"}, SpanRow{"20230602", "2023-06-02", "2023-06-02"}}) {
    CAPTURE(row.value);
    const std::optional<bind::DaySpan> since = bind::read_since(row.value, today);
    const std::optional<bind::DaySpan> until = bind::read_until(row.value, today);
    REQUIRE(since.has_value());
    REQUIRE(until.has_value());
    CHECK(to_string(since->first) == row.first);
    CHECK(since->last == schema::kLastDay);
    CHECK(until->first == schema::kFirstDay);
    CHECK(to_string(until->last) == row.last);
  }
  for (const char* value : {"last year", "7", "d", "-7d", "7days", "7q", "2023-13", "202306", "none", "2023..", ""}) {
    CAPTURE(value);
    CHECK_FALSE(bind::read_since(value, today).has_value());
  }
}

}  // namespace nutgraf
