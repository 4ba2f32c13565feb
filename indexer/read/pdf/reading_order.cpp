// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/reading_order.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "indexer/read/pdf/logical_order.h"

namespace nutgraf::read::pdf {
namespace {

/// Lines under each other.
struct LineBlock {
  std::vector<std::size_t> lines;
  Box box;
};

bool overlap_across(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right;
}

/// Whether a line goes on with the block that ends with `above`.
bool is_next_line(const Line& above, const Line& line) {
  constexpr double kGap = 1.5;         // of the size
  constexpr double kDifference = 0.3;  // of the size
  const double size = std::min(above.size, line.size);
  return overlap_across(above.box, line.box) && line.box.top > above.box.top &&
         line.box.top - above.box.bottom < kGap * size && std::max(above.size, line.size) - size < kDifference * size;
}

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

/// Sorts blocks so that each comes behind all that must be read before it.
class ReadingOrder {
 public:
  enum class Columns : std::uint8_t { Rightward, Leftward };

  ReadingOrder(const std::vector<LineBlock>& blocks, Columns columns) : blocks_(blocks), seen_(blocks.size()) {
    if (columns == Columns::Leftward) {
      before_ = [](const Box& a, const Box& b) { return a.left >= b.right; };
    }
  }

  std::vector<std::size_t> sorted() {
    std::vector<std::size_t> from_top(blocks_.size());
    std::iota(from_top.begin(), from_top.end(), 0U);
    std::ranges::stable_sort(from_top, {}, [&](std::size_t i) { return blocks_[i].box.top; });
    for (const std::size_t i : from_top) {
      visit(i);
    }
    return std::move(order_);
  }

 private:
  void visit(std::size_t i) {
    if (seen_[i]) {
      return;
    }
    seen_[i] = true;
    for (std::size_t other = 0; other < blocks_.size(); ++other) {
      if (!seen_[other] && comes_before(other, i)) {
        visit(other);
      }
    }
    order_.push_back(i);
  }

  [[nodiscard]] bool comes_before(std::size_t first, std::size_t second) const {
    const Box& a = blocks_[first].box;
    const Box& b = blocks_[second].box;
    if (overlap_across(a, b)) {
      return a.top < b.top;
    }
    return before_(a, b) && std::ranges::none_of(blocks_, [&](const LineBlock& block) {
             const Box& c = block.box;
             const bool between = (a.top < c.top && c.top < b.top) || (b.top < c.top && c.top < a.top);
             return between && overlap_across(a, c) && overlap_across(b, c);
           });
  }

  const std::vector<LineBlock>& blocks_;
  std::vector<bool> seen_;
  std::vector<std::size_t> order_;
  bool (*before_)(const Box& a, const Box& b) = [](const Box& a, const Box& b) { return a.right <= b.left; };
};

}  // namespace

void order_blocks(Page& page) {
  constexpr std::size_t kMostBlocks = 300;  // the work grows with their cube
  const std::vector<LineBlock> blocks = line_blocks(page);
  if (blocks.size() > kMostBlocks) {
    return;
  }
  const auto leftward = std::ranges::count_if(page.lines, [](const Line& line) { return runs_leftward(line.text); });
  const bool most = 2 * static_cast<std::size_t>(leftward) > page.lines.size();
  ReadingOrder order(blocks, most ? ReadingOrder::Columns::Leftward : ReadingOrder::Columns::Rightward);
  std::vector<Line> lines;
  for (const std::size_t block : order.sorted()) {
    for (const std::size_t line : blocks[block].lines) {
      lines.push_back(std::move(page.lines[line]));
    }
  }
  page.lines = std::move(lines);
}

}  // namespace nutgraf::read::pdf
