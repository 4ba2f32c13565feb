// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "indexer/read/date_pieces.h"
#include "indexer/read/dates.h"

/// The forms that a date may have, each by itself.
namespace nutgraf::read {

/// A text with its pieces, and the language it is declared to be in (empty: none).
struct CutDate {
  std::string_view text;
  std::span<const Piece> pieces;  // at least one
  std::string_view language;
};

/// The day with the first time of day in `time_text`; nothing where there is no such day, or it is the day that
/// programs write for none (1 January of the year 1).
[[nodiscard]] std::optional<WrittenDate> dated(schema::Day day, std::string_view time_text);
[[nodiscard]] std::optional<WrittenDate> dated_month(int year, int month);

/// Wed, 22 Dec 2010 ...; 19th of June 2023; 1er juin 2023; June 19, 2023; Wed Dec 22 10:57:19 +0000 2010;
/// 2023. június 19.
[[nodiscard]] std::optional<WrittenDate> day_of_named_month(const CutDate& date);
/// June 2023, juin 2023.
[[nodiscard]] std::optional<WrittenDate> named_month(const CutDate& date);

}  // namespace nutgraf::read
