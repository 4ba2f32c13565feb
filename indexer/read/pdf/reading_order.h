// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

/// Puts the lines of a page into reading order, blocks of lines being kept together: what is above comes before what is
/// below it, and a column before the one beside it, unless something that spans both stands between them. After
/// T. M. Breuel, "High performance document layout analysis", 2003.
void order_blocks(Page& page);

}  // namespace nutgraf::read::pdf
