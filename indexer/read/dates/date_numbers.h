// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/schema/day.h"
#include "indexer/read/dates/written_date.h"

namespace nutgraf::read::dates {

/// A bare number: YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDhhmmss (or with milliseconds), or seconds, milliseconds, microseconds
/// or nanoseconds since 1970 (UTC). YYYYMMDDhh is also a number of seconds, of the 2030s: it is a day and an hour if
/// that is at most the day after `today` and the seconds are not.
[[nodiscard]] std::optional<WrittenDate> parse_number(std::int64_t number, schema::Day today);
/// On the day of the clock.
[[nodiscard]] std::optional<WrittenDate> parse_number(std::int64_t number);

}  // namespace nutgraf::read::dates
