// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The fold from written words to terms: NFKC case fold, one apostrophe, nothing invisible.
namespace nutgraf {

enum class LetterCase : unsigned char { Folded, Kept };

/// Appends the fold of `word` (UTF-8, invalid bytes become U+FFFD) to `out`. White space that folding makes is dropped,
/// so a term is always one word; what is only invisible folds to nothing.
void append_fold(std::string_view word, LetterCase letter_case, std::string& out);

/// Is this one of the characters that are written as an apostrophe?
[[nodiscard]] bool is_apostrophe(char32_t c);
/// Removed from words: tatweel, Arabic and Hebrew points, keycaps and what Unicode calls default ignorable.
[[nodiscard]] bool is_removed(char32_t c);

}  // namespace nutgraf
