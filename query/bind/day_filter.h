// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/schema/day.h"
#include "core/schema/fields.h"
#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"

namespace nutgraf::bind {

/// What a day filter allows. Both ends included; `undated` asks for articles without a date.
struct DaySpan {
  bool undated = false;
  schema::Day first = schema::kFirstDay;
  schema::Day last = schema::kLastDay;
};

/// 2023, 2023-06, 2023-06-19, 20230619; nothing where it is no such date.
[[nodiscard]] std::optional<schema::DayRange> read_period(std::string_view value);

/// Value of date: (a period, a..b, a.., ..b, none), after: or before:; nothing where it cannot be read. A range that
/// begins after it ends is read as it is.
[[nodiscard]] std::optional<DaySpan> read_days(schema::FieldKind kind, std::string_view value);

/// Advice for one that cannot be read.
inline constexpr std::string_view kDayAdvice = "write 2023, 2023-06, 2023-06-19, 2023-05..2023-07 or none";

/// Day, month and year terms where few of them cover the span, else a range of values.
[[nodiscard]] BoundNode day_filter(const DaySpan& span, const Lexicon& lexicon);

}  // namespace nutgraf::bind
