// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

struct AuthorClues {
  std::string host;    // of the page's URL, as site_of() says it; empty where unknown
  NodeIndex main = 0;  // the element with the article's text
};

/// Who wrote the article of a page, by the first of these that names someone: JSON-LD, microdata, links with
/// rel=author, elements whose class is the word for an author or a byline, meta tags, links to an author's page, lines
/// that say so. The site itself only where no one else is named.
[[nodiscard]] std::vector<std::string> authors_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                                  const AuthorClues& clues);

}  // namespace nutgraf::read::html
