// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read {

/// Puts plain text into the form of Article::text: paragraphs parted by one blank line, lines of one paragraph by a
/// line feed, no blanks at the edges of lines. A line break is a paragraph's end where the lines are long or end with
/// their sentences; hard-wrapped lines stay together, also across a page break inside a sentence. In doubt lines stay
/// together: a phrase must be found across any wrapped line. `text` is UTF-8 as clean_lines() leaves it.
[[nodiscard]] std::string lay_out_paragraphs(std::string_view text);

/// Line ends become LF, form feeds blank lines, other control characters (but tab) blanks. Returns how many NULs there
/// were.
std::size_t clean_lines(std::string& text);

/// Whether a sentence ends with this line: a full stop or its like, closing quotes behind it allowed. "Mr." and an
/// initial end none.
[[nodiscard]] bool ends_sentence(std::string_view line);

/// Whether `text` begins with a lower-case letter (Latin, Greek, Cyrillic), opening quotes before it allowed.
[[nodiscard]] bool begins_lower(std::string_view text);

/// Whether a line stops in the middle of a sentence: "to extend to the".
[[nodiscard]] bool ends_unfinished(std::string_view line);

/// "times fraught with challenges. The coronavirus": a stop behind a word in lower case, and more.
[[nodiscard]] bool holds_sentence_end(std::string_view line);

}  // namespace nutgraf::read
