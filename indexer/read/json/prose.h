// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/read/json/value.h"
#include "indexer/read/references.h"

/// The prose that values contain, however deep in arrays and objects, as text: paragraphs, sections, rendered markup.
namespace nutgraf::read::json {

/// All prose of `values` in their order, in the form of Article::text. `key` is where they stood: "content_html" says
/// what they are. Of an object that says the same several times
/// (text, rendered, raw) one spelling is taken, of one with a member for each language that of `language`. Keys which
/// contain no prose (type, url, date, ...) are left out. What is no HTML is given to `decoder`; what turns out to be
/// HTML there, since it was escaped once more, is read as such.
[[nodiscard]] std::string text_of(std::span<const Value> values, std::string_view key, std::string_view language,
                                  ReferenceDecoder& decoder);

/// A title: the first line of prose in `value`, without line breaks.
[[nodiscard]] std::string title_of(Value value, std::string_view key, std::string_view language,
                                   ReferenceDecoder& decoder);

/// Spaces and line breaks become one space each; none at the ends.
[[nodiscard]] std::string one_line(std::string text);

}  // namespace nutgraf::read::json
