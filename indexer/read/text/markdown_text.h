// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::text {

/// Markdown in the form of Article::text: paragraphs as in plain text, those that are HTML as HTML.
[[nodiscard]] std::string lay_out_markdown(std::string_view text);

}  // namespace nutgraf::read::text
