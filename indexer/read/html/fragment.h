// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Markup inside fields of records, as text.
namespace nutgraf::read::html {

/// Whether markup was certainly meant: an element of HTML that is closed, a line break, or a paragraph's beginning
/// directly followed by its text. "a < b" is none, nor is a tag that a sentence mentions.
[[nodiscard]] bool holds_html(std::string_view text);

/// The text of a piece of HTML in the form of Article::text: blocks are paragraphs, `<br>` ends a line, other elements
/// leave words as they are, entities are decoded, scripts and styles left out. `html` is valid UTF-8.
[[nodiscard]] std::string html_to_text(std::string_view html);

}  // namespace nutgraf::read::html
