// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/clean/clean.h"

namespace nutgraf::clean {

/// If a text is all the text of a web page, one block a line, takes out what surrounds the article: menus, share bars,
/// forms, lists of other pages. The article is the span of lines with the highest sum of scores (weights in the
/// source). Cuts only where it is sure: most of what goes are short lines that are no sentences, several of them with
/// words such as "share" or "log in", and a text of some size is left. Wrapped lines are left alone. Fast on other
/// texts.
std::vector<Cut> cut_page(std::string& text);

}  // namespace nutgraf::clean
