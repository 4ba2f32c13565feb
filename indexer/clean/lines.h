// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/base/ascii.h"

/// Lines of a text as a reader sees them, cheaply: words are runs of letters and digits.
namespace nutgraf::clean {

/// take(begin, end) for each line that is not blank, without its line feed.
template <typename Take>
void each_line(std::string_view text, Take take) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!ascii::trimmed(text.substr(begin, end - begin)).empty()) {
      take(begin, end);
    }
    begin = end + 1;
  }
}

/// The word that begins at or after a place, which moves behind it; empty: there is none.
[[nodiscard]] inline std::string_view next_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && !ascii::is_word_byte(text[at])) {
    ++at;
  }
  const std::size_t begin = at;
  while (at < text.size() && ascii::is_word_byte(text[at])) {
    ++at;
  }
  return text.substr(begin, at - begin);
}

/// take(word) for each word.
template <typename Take>
void each_word(std::string_view text, Take take) {
  std::size_t at = 0;
  for (std::string_view word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
    take(word);
  }
}

}  // namespace nutgraf::clean
