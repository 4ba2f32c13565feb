// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/html/dom.h"

/// What a page offers of other articles.
namespace nutgraf::read::html {

/// Whether what stands around a node, but not around `main`, offers another article than the one with this title: its
/// heading is a link, or it calls itself a list of others.
[[nodiscard]] bool is_of_other_article(const Dom& dom, NodeIndex node, NodeIndex main, std::string_view title);

}  // namespace nutgraf::read::html
