// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/read/dates/dates.h"

/// Dates as pages write them.
namespace nutgraf::read::html {

/// As parse_date(); where day and month could be either, the order is that of `language`: month first in en-US, day
/// first in every other language but English without a country, which says neither.
[[nodiscard]] std::optional<dates::WrittenDate> parse_date_in(std::string_view text, std::string_view language);

/// In a short line, whatever precedes it: "Berlin, Monday, 19 June 2023". Nothing if the line speaks of another day
/// than that of publication: "Updated ...", "Deadline: ...".
[[nodiscard]] std::optional<dates::WrittenDate> date_in_line(std::string_view text, std::string_view language);

/// Whether a page of the web can be of that day.
[[nodiscard]] bool is_likely(const dates::WrittenDate& date);

}  // namespace nutgraf::read::html
