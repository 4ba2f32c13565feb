// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/schema/day.h"

namespace nutgraf::read::dates {

enum class Precision : std::uint8_t { Day, Month };

struct WrittenDate {
  schema::Day day;   // of a month alone, its first
  std::string time;  // "T23:30:00+09:00": the time and offset as written, empty if there is none
  Precision precision = Precision::Day;
  friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

/// 2023-06-19, or 2023-06 where no day was written.
[[nodiscard]] std::string to_string(const WrittenDate& date);

/// The day with the first time of day in `time_text`; nothing if there is no such day, or it is the day that
/// programs write for none (1 January of the year 1).
[[nodiscard]] std::optional<WrittenDate> dated(schema::Day day, std::string_view time_text);
[[nodiscard]] std::optional<WrittenDate> dated_month(int year, int month);

}  // namespace nutgraf::read::dates
