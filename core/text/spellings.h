// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Words that many people write without the sign in them: Oʻahu and Oahu, Leser*innen and Leserinnen.
namespace nutgraf {

/// The spellings without the sign of one word, itself written with one: oahu, and lānai and lanai. None if the sign
/// is the apostrophe of a contraction (weʼll), or where there is none.
[[nodiscard]] std::vector<std::string> spellings_without_sign(std::string_view written, std::string_view term);

/// The bytes from a sign at `at`, after a word, to the German ending that it joins to the word: the 1 of `*innen`,
/// `:in`, `(innen)`, the 2 of `/-innen`; 0 where none follows.
[[nodiscard]] std::size_t bytes_to_ending(std::string_view text, std::size_t at);

/// A quick look before bytes_to_ending.
[[nodiscard]] inline bool may_have_ending(std::string_view text, std::size_t at) {
  const auto is_sign = [](char c) { return c == '*' || c == ':' || c == '/' || c == '('; };
  return at + 2 < text.size() && is_sign(text[at]) &&
         (text[at + 1] == 'i' || text[at + 1] == 'I' || text[at + 1] == '-');
}

}  // namespace nutgraf
