// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/pdf/page_words.h"

namespace nutgraf::read::pdf {

/// Puts the two letters of each ligature of lam and alef (لا) into the order in which a page shows letters, from left
/// to right. Poppler names the letters of one glyph as they are read, which for these is the other way round. It gives
/// them equal parts of the glyph, which two letters of their own do not have unless the font is a fixed-width one.
void spread_ligatures(PageWords& page);

}  // namespace nutgraf::read::pdf
