// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/authors.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"

/// Who wrote an article, by lines that no markup sets apart.
namespace nutgraf::read::html {

/// Of a line beside the first sentences in `main` that says nothing else: "By Jane Roe". Full names only.
[[nodiscard]] std::vector<std::string> authors_in_opening(const Dom& dom, const std::vector<Block>& blocks,
                                                          NodeIndex main);

/// Of the first short line of the page that says so: "By Jane Roe", "Text:" over "Jane Roe". `language` is that of
/// dates in them.
[[nodiscard]] std::vector<std::string> authors_in_lines(const Dom& dom, const std::vector<Block>& blocks,
                                                        std::string_view language);

/// Of a line below the last sentences in the text: a name in bold or italics, a name over a date. A name on the right
/// may have more below it.
[[nodiscard]] std::vector<std::string> authors_in_signature(const Dom& dom, const std::vector<Block>& blocks,
                                                            const AuthorClues& clues);

/// Of a line in bold among the first ones of the text that is nothing but full names; headings may look so, so it
/// counts where a page names its site as the author.
[[nodiscard]] std::vector<std::string> authors_over_text(const Dom& dom, const AuthorClues& clues);

/// Whom short lines of the page call its editors, not its authors: "Editor: Jane Roe".
[[nodiscard]] std::vector<std::string> editors_in_lines(const Dom& dom, const std::vector<Block>& blocks);

/// Forms, menus and readers' comments have names of their own, or ask for one.
[[nodiscard]] bool is_beside_article(const Dom& dom, NodeIndex node);

}  // namespace nutgraf::read::html
