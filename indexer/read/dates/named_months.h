// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "indexer/read/dates/date_pieces.h"
#include "indexer/read/dates/written_date.h"

/// Dates in which the month is a name.
namespace nutgraf::read::dates {

/// A text with its pieces, and the language it is declared to be in (empty: none).
struct CutDate {
  std::string_view text;
  std::span<const Piece> pieces;  // at least one
  std::string_view language;
};

/// Wed, 22 Dec 2010 ...; 19th of June 2023; 1er juin 2023; June 19, 2023; Wed Dec 22 10:57:19 +0000 2010;
/// 2023. június 19.
[[nodiscard]] std::optional<WrittenDate> day_of_named_month(const CutDate& date);
/// 13 اسفند 1392, 13 Esfand 1392: in the calendar of Iran, whatever the language.
[[nodiscard]] std::optional<WrittenDate> day_of_iranian_month(const CutDate& date);
/// June 2023, juin 2023.
[[nodiscard]] std::optional<WrittenDate> named_month(const CutDate& date);

}  // namespace nutgraf::read::dates
