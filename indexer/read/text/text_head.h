// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/article.h"

namespace nutgraf::read::text {

/// Takes what the beginning of a plain text says of itself into `article` and returns what is left of it, a view of
/// `text`: a scraped head (" date 2023-06-19 ..."), lines such as "Date: 19 June 2023" or "Title: ...", a block between
/// lines of "---", "# Title", and a short first line over the text, which is its title.
[[nodiscard]] std::string_view read_head(std::string_view text, Article& article);

/// Whether `line` can be a title where `below` (the text from the next line on) follows it.
[[nodiscard]] bool is_title(std::string_view line, std::string_view below);

}  // namespace nutgraf::read::text
