// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/read/dates/written_date.h"

/// Dates as people and machines write them. The day is the one written: no zone is applied, no order of day and month
/// is guessed, and the clock and the zone of this machine are never asked.
namespace nutgraf::read::dates {

/// ISO 8601 (also 2024-W05-3, 2024-060 and 2023-06) and its looser kin (2023-06-19 10:22, 2023/06/19,
/// 20230619T102200Z), RFC 2822, "19 June 2023", "June 19th, 2023", "juin 2023" (months of about seventy languages),
/// 19.06.2023, 19/06/2023 where only one order is possible, 06/2023, 2023年6月19日, and digits alone as parse_number
/// does; a label before it ("Published: ") does not matter, and a day of the week decides between two orders. Nothing
/// if it is no such date or no such day exists. `language` (ISO 639-1, may be empty) is asked only for a month's name
/// that means different months in different languages.
[[nodiscard]] std::optional<WrittenDate> parse_date(std::string_view text, std::string_view language = {});

}  // namespace nutgraf::read::dates
