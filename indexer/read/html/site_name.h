// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

/// Letters and digits alone, in lower case: "Inter Scenario" is the host interscenar.io, too.
[[nodiscard]] std::string bare(std::string_view text);

/// What a site is called, each as bare() makes it.
struct Site {
  std::vector<std::string> names;  // by the page's data
  std::string label;               // of the host: "example" of "www.example.org"
};

/// `host` is that of the page's URL; empty where unknown.
[[nodiscard]] Site site_of_page(const MetaTags& tags, const LinkedArticle& linked, std::string_view host);

/// Whether a title names the site and no article: "The Islander", "The Islander -".
[[nodiscard]] bool says_only_site(std::string_view title, const Site& site);

/// "A headline | The Site" -> "A headline". Where no data name the site, a short end is taken for its name.
[[nodiscard]] std::string without_site(std::string_view title, const Site& site);

}  // namespace nutgraf::read::html
