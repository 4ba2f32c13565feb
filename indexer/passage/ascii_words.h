// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf::passage {

/// The words at the front of a text: what is between white space and contains a letter or a digit.
struct AsciiWords {
  std::uint64_t words = 0;
  std::size_t end = 0;        // bytes counted: up to the word that contains the first character beyond ASCII
  bool has_long_gap = false;  // some stretch of kLongGap bytes ends no word: not all was counted
};

inline constexpr std::size_t kLongGap = 2000;  // bytes

[[nodiscard]] AsciiWords count_ascii_words(std::string_view text);

}  // namespace nutgraf::passage
