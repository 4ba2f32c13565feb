// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/pdf/page_words.h"

namespace nutgraf::read::pdf {

/// Turns a page so that the direction that most of its text runs in is from left to right, each line below the one
/// before it; words of other directions go. Chinese and Japanese in columns are text that runs downward, even where
/// each character is set upright by itself: then words are put into the order of their columns.
void set_upright(PageWords& page);

}  // namespace nutgraf::read::pdf
