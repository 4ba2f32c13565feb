// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// What the ends of a line tell of the paragraph it is in.
namespace nutgraf::read::lines {

/// Whether a sentence ends with this line; "Mr." and an initial end none, and signs of emphasis may follow.
[[nodiscard]] bool may_end_paragraph(std::string_view line);

/// Whether `text` begins with a lower-case letter (Latin, Greek, Cyrillic), opening quotes before it allowed.
[[nodiscard]] bool begins_lower(std::string_view text);

/// Whether a line stops in the middle of a sentence: "to extend to the".
[[nodiscard]] bool ends_unfinished(std::string_view line);

/// Chinese, Japanese, Thai, Lao, Khmer, Burmese: scripts that put no blanks between words. Their punctuation too.
[[nodiscard]] bool is_of_unspaced_script(char32_t code);

/// "times fraught with challenges. The coronavirus": a stop after a word in lower case, and more.
[[nodiscard]] bool holds_sentence_end(std::string_view line);

}  // namespace nutgraf::read::lines
