// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/schema/day.h"
#include "query/bind/day_filter.h"

namespace nutgraf::bind {

/// Today where this program runs.
[[nodiscard]] schema::Day today();

/// Values of --since and --until: a day, month or year (2023-06-19, 20230619, 2023-06, 2023) or a span back from today
/// (7d, 2w, 3m, 1y). Both include what they name. Nothing where the value cannot be read.
[[nodiscard]] std::optional<DaySpan> read_since(std::string_view value, schema::Day today);
[[nodiscard]] std::optional<DaySpan> read_until(std::string_view value, schema::Day today);

/// What they take, for messages.
inline constexpr std::string_view kDayLimits =
    "a day, month or year (2023-06-19, 2023-06, 2023) or a span back from today (7d, 2w, 3m, 1y)";

/// The days in both; nothing where there are none.
[[nodiscard]] std::optional<DaySpan> common_days(const DaySpan& a, const DaySpan& b);

}  // namespace nutgraf::bind
