// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/read/pdf/line_blocks.h"
#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

/// The blocks of a page in reading order: what is above comes before what is below it, and a column before the one
/// beside it, unless something that spans both stands between them. After T. M. Breuel, "High performance document
/// layout analysis", 2003. The work grows with the cube of their number.
[[nodiscard]] std::vector<std::size_t> reading_order(const Page& page, const std::vector<LineBlock>& blocks);

/// Puts the lines of a page into that order. A page of very many blocks stays as it is.
void order_blocks(Page& page);

}  // namespace nutgraf::read::pdf
