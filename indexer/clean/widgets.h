// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/clean/clean.h"

namespace nutgraf::clean {

/// Cuts lines that a page puts into every article and that a single text shows to be such: a form, which is a line with
/// sections of an unrendered template ({{#errors}}) around a few words about mail, with the line before it that runs on
/// into it and speaks of subscribing; and a share bar, which holds nothing but the names of networks and words such as
/// "share". Gives back what it cut, by rules "form" and "share". Forty words stay, or the text does.
std::vector<Cut> cut_widgets(std::string& text);

}  // namespace nutgraf::clean
