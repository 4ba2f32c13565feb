// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

/// The headline of a page's article: the heading that shares most words with the page's data and its title element,
/// else the only main heading, else what the data say, else the title element without the site's name.
[[nodiscard]] std::string title_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked);

/// "A headline | The Site" -> "A headline".
[[nodiscard]] std::string without_site(std::string_view title, std::string_view site);

}  // namespace nutgraf::read::html
