// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/schema/day.h"

/// Dates as people and machines write them. The day is the one written: no zone is applied, no order of day and month
/// is guessed, and the clock and the zone of this machine are never asked.
namespace nutgraf::read {

struct WrittenDate {
  schema::Day day;
  std::string time;  // "T23:30:00+09:00": the time and offset as written, empty where there is none
  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

/// ISO 8601 and its looser kin (2023-06-19 10:22, 2023/06/19, 20230619T102200Z), RFC 2822, "19 June 2023",
/// "June 19, 2023" (months of seven languages), 19.06.2023, 19/06/2023 where only one order is possible,
/// 2023年6月19日, and digits alone as parse_number does. Nothing where it is no such date or no such day exists.
[[nodiscard]] std::optional<WrittenDate> parse_date(std::string_view text);

/// A bare number: YYYYMMDD, YYYYMMDDhhmmss, or seconds, milliseconds or microseconds since 1970 (UTC).
[[nodiscard]] std::optional<WrittenDate> parse_number(std::int64_t number);

/// The number of a month's name in full or short, any case, with or without a full stop; 0 where it is none.
[[nodiscard]] int month_number(std::string_view word);

}  // namespace nutgraf::read
