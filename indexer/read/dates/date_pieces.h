// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/ascii.h"

/// A written date, cut into numbers and words.
namespace nutgraf::read::dates {

/// A run of digits or of letters, with what stood before it.
struct Piece {
  std::string_view text;
  std::string_view before;  // what parts it from the piece before
  std::size_t begin = 0;    // in the whole text
  std::size_t end = 0;
  [[nodiscard]] bool is_number() const { return ascii::is_digit(text[0]); }
  [[nodiscard]] int value() const;  // -1 where it is no number or too large
  [[nodiscard]] bool is_day() const { return is_number() && text.size() <= 2; }
  [[nodiscard]] bool is_year() const { return is_number() && text.size() == 4; }
};

/// The pieces of `text` as plain_signs() leaves it; they point into it.
[[nodiscard]] std::vector<Piece> cut_date(std::string_view text);

/// `text` with ASCII signs for those that stand for the same: digits of any script, spaces (also those where no line
/// breaks), hyphens and dashes, full-width forms; the signs of ordinals (º ª °) become º, other punctuation a comma;
/// invisible marks go. Letters stay.
[[nodiscard]] std::string plain_signs(std::string_view text);

/// The first time of day in `text`, with its offset where that is well formed: "T23:30:00+09:00"; else empty.
[[nodiscard]] std::string find_time(std::string_view text);

/// The number of digits that `text` begins with.
[[nodiscard]] std::size_t count_digits(std::string_view text);

}  // namespace nutgraf::read::dates
