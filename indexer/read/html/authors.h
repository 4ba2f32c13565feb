// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

/// Who wrote the article of a page, by the first of these that names someone: JSON-LD, meta tags, microdata, links with
/// rel=author, and elements whose class is the word for an author or a byline.
[[nodiscard]] std::vector<std::string> authors_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked);

}  // namespace nutgraf::read::html
