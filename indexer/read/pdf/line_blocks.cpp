// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/line_blocks.h"

#include <algorithm>
#include <utility>

namespace nutgraf::read::pdf {
namespace {

/// Whether a line goes on with the block that ends with `above`.
bool is_next_line(const Line& above, const Line& line) {
  constexpr double kGap = 1.5;         // of the size
  constexpr double kDifference = 0.2;  // of the size
  const double size = std::min(above.size, line.size);
  return overlap_across(above.box, line.box) && line.box.top > above.box.top &&
         line.box.top - above.box.bottom < kGap * size && std::max(above.size, line.size) - size < kDifference * size;
}

}  // namespace

std::vector<LineBlock> line_blocks(const Page& page) {
  std::vector<LineBlock> blocks;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (i == 0 || !is_next_line(page.lines[i - 1], line)) {
      blocks.push_back({{}, line.box});
    }
    LineBlock& block = blocks.back();
    block.lines.push_back(i);
    block.box = {std::min(block.box.left, line.box.left), std::min(block.box.top, line.box.top),
                 std::max(block.box.right, line.box.right), std::max(block.box.bottom, line.box.bottom)};
  }
  return blocks;
}

void take_in_order(Page& page, const std::vector<LineBlock>& blocks, const std::vector<std::size_t>& order) {
  std::vector<Line> lines;
  for (const std::size_t block : order) {
    for (const std::size_t line : blocks[block].lines) {
      lines.push_back(std::move(page.lines[line]));
    }
  }
  page.lines = std::move(lines);
}

bool overlap_across(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right;
}

}  // namespace nutgraf::read::pdf
