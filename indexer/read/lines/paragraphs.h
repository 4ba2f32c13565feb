// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::lines {

/// Puts plain text into the form of Article::text: paragraphs separated by one blank line, lines of one paragraph by a
/// line feed, no spaces at the edges of lines. A line break is a paragraph's end where the lines are long or end with
/// their sentences; hard-wrapped lines stay together (Chinese and the like without the line feed), also across a page
/// break inside a sentence. In doubt lines stay together: a phrase must be found across any wrapped line. `text` is
/// UTF-8 as clean_lines() leaves it.
[[nodiscard]] std::string lay_out_paragraphs(std::string_view text);

}  // namespace nutgraf::read::lines
