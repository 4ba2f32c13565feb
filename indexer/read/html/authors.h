// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

struct AuthorClues {
  const std::vector<Block>& blocks;  // of the page
  std::string host;                  // of the page's URL, as site_of() says it; empty where unknown
  NodeIndex main = 0;                // the element with the article's text
  std::string_view language;         // of dates, as the page declares it
  std::string_view title;            // of the article
};

/// Who wrote the article of a page, by the first of these that names someone: a line that opens the text, JSON-LD,
/// microdata, links with rel=author, elements whose class is the word for an author or a byline, a licence, meta tags,
/// links to an author's page, lines that say so, a signature, a name in bold over the text. Accounts and initials only
/// where none of the first names someone in full, the site itself and organizations only where no one else is named.
[[nodiscard]] std::vector<std::string> authors_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                                  const AuthorClues& clues);

}  // namespace nutgraf::read::html
