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

enum class Precision : std::uint8_t { Day, Month };

struct WrittenDate {
  schema::Day day;   // of a month alone, its first
  std::string time;  // "T23:30:00+09:00": the time and offset as written, empty where there is none
  Precision precision = Precision::Day;
  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

/// 2023-06-19, or 2023-06 where no day was written.
[[nodiscard]] std::string to_string(const WrittenDate& date);

/// ISO 8601 (also 2024-W05-3, 2024-060 and 2023-06) and its looser kin (2023-06-19 10:22, 2023/06/19,
/// 20230619T102200Z), RFC 2822, "19 June 2023", "June 19th, 2023", "juin 2023" (months of about sixty languages),
/// 19.06.2023, 19/06/2023 where only one order is possible, 06/2023, 2023年6月19日, and digits alone as parse_number
/// does. Nothing where it is no such date or no such day exists. `language` (ISO 639-1, may be empty) is asked only for
/// a month's name that means different months in different languages.
[[nodiscard]] std::optional<WrittenDate> parse_date(std::string_view text, std::string_view language = {});

/// A bare number: YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDhhmmss (or with milliseconds), or seconds, milliseconds, microseconds
/// or nanoseconds since 1970 (UTC).
[[nodiscard]] std::optional<WrittenDate> parse_number(std::int64_t number);

}  // namespace nutgraf::read
