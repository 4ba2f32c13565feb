// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::xml {

/// The words of a page in the markup of MediaWiki, as Article::text has them: templates, tables, references, comments
/// and links to files are left out, a link is its label, a heading and a list item are paragraphs. It is no full
/// parser: what templates would write is not there.
[[nodiscard]] std::string wikitext_to_text(std::string_view wikitext);

}  // namespace nutgraf::read::xml
