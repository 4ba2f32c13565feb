// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/dom.h"

/// What elements part in a line where no sign does.
namespace nutgraf::read::html {

/// Names that elements in a byline set apart: links, the items of a list, or spans that are all of it. Nothing where
/// there is one element, or where one is no full name.
[[nodiscard]] std::vector<std::string> names_set_apart(const Dom& dom, NodeIndex byline);

/// Whether words in two elements are parted only by these, without a blank: "Roe" and "Reporter".
[[nodiscard]] bool are_parted(std::string_view before, std::string_view after);

/// The text of nodes that readers see as one line, with a comma where only an element parts a name from what follows
/// it: "Jane Roe</a><span>Reporter".
[[nodiscard]] std::string parted_line(const Dom& dom, NodeRange nodes);

}  // namespace nutgraf::read::html
