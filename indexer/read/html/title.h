// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

/// The headline of a page's article: the heading that shares most words with the page's data and its title element,
/// else the only main heading, else what the data say, else the title element without the site's name. `host` is that
/// of the page's URL; empty where unknown.
[[nodiscard]] std::string title_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                   std::string_view host);

}  // namespace nutgraf::read::html
