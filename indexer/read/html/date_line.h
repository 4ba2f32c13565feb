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

/// In a short line, whatever precedes it: "Berlin, Monday, 19 June 2023". A date that the line calls one of publication
/// comes first, one of a change ("Updated ...") is none; nothing if the line speaks of another day: "Deadline: ...".
[[nodiscard]] std::optional<dates::WrittenDate> date_in_line(std::string_view text, std::string_view language);

/// Whether a line is about another day than that of publication or of a change: "Joined".
[[nodiscard]] bool names_another_day(std::string_view line);

/// Whether words in lower case say more than a date does: not so in "Publié le 4 mars 2014 à 10h22".
[[nodiscard]] bool has_sentence_words(std::string_view line);

/// Whether a page of the web can be of that day.
[[nodiscard]] bool is_likely(const dates::WrittenDate& date);

}  // namespace nutgraf::read::html
