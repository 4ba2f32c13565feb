// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/reading_order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "indexer/read/pdf/logical_order.h"

namespace nutgraf::read::pdf {
namespace {

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

std::vector<std::size_t> reading_order(const Page& page, const std::vector<LineBlock>& blocks) {
  const auto leftward = std::ranges::count_if(page.lines, [](const Line& line) { return runs_leftward(line.text); });
  const bool most = 2 * static_cast<std::size_t>(leftward) > page.lines.size();
  return ReadingOrder(blocks, most ? ReadingOrder::Columns::Leftward : ReadingOrder::Columns::Rightward).sorted();
}

void order_blocks(Page& page) {
  constexpr std::size_t kMostBlocks = 300;
  const std::vector<LineBlock> blocks = line_blocks(page);
  if (blocks.size() <= kMostBlocks) {
    take_in_order(page, blocks, reading_order(page, blocks));
  }
}

}  // namespace nutgraf::read::pdf
