// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

/// Markup inside fields of records, as text.
namespace nutgraf::read::html {

/// Whether markup was certainly meant: an element of HTML that is closed, a line break, or a paragraph's beginning
/// directly followed by its text. "a < b" is none, nor is a tag that a sentence mentions.
[[nodiscard]] bool holds_html(std::string_view text);

/// Whether the first element in `text` is one of `tags` ("<head", in lower case), comments before it allowed.
[[nodiscard]] bool begins_with_tag(std::string_view text, std::span<const std::string_view> tags);

/// Whether `text` begins as a whole page does: with its document type or its outermost element.
[[nodiscard]] bool begins_page(std::string_view text);

/// All text of a page or a piece of one, in the form of Article::text: blocks are paragraphs, `<br>` ends a line, other
/// elements leave words as they are, entities are decoded, scripts, styles and what is hidden left out. `html` is valid
/// UTF-8.
[[nodiscard]] std::string html_to_text(std::string_view html);

/// The same of HTML that is written in lines: a blank line ends a paragraph, line ends are those of plain text.
[[nodiscard]] std::string html_lines_to_text(std::string_view html);

/// The text of a field of a record: of a whole page its article, of anything less all of it. Blank lines
/// end paragraphs where no element makes any, and line ends are those of plain text where none makes lines.
[[nodiscard]] std::string field_to_text(std::string_view html);

}  // namespace nutgraf::read::html
