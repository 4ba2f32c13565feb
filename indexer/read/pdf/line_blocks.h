// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

/// Lines under each other in about one size of type, that follow each other on their page.
struct LineBlock {
  std::vector<std::size_t> lines;  // of the page
  Box box;
};

[[nodiscard]] std::vector<LineBlock> line_blocks(const Page& page);

/// Puts the lines of a page into the order of its blocks.
void take_in_order(Page& page, const std::vector<LineBlock>& blocks, const std::vector<std::size_t>& order);

/// Whether something of one is straight above or below the other.
[[nodiscard]] bool overlap_across(const Box& a, const Box& b);

}  // namespace nutgraf::read::pdf
