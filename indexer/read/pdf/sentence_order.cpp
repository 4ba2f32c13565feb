// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/sentence_order.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "indexer/read/lines/line_signs.h"
#include "indexer/read/pdf/line_blocks.h"
#include "indexer/read/pdf/reading_order.h"
#include "indexer/read/pdf/typed_blocks.h"

namespace nutgraf::read::pdf {
namespace {

using Order = std::vector<std::size_t>;

struct Blocks {
  const Page& page;
  const std::vector<LineBlock>& all;
  std::vector<BlockKind> kinds;
};

bool stands_over(const Box& a, const Box& b) {
  return overlap_across(a, b) && a.top < b.top;
}

/// Whether a sentence is cut between two blocks. A capital may be that of a name, so it is the weaker sign.
unsigned cut_between(const Page& page, const LineBlock& block, const LineBlock& next) {
  const bool ended = lines::may_end_paragraph(page.lines[block.lines.back()].text);
  const bool lower = lines::begins_lower(page.lines[next.lines.front()].text);
  return ended && lower ? 2U : !ended && !lower ? 1U : 0U;
}

/// Whether text is close under a headline, and something that is not under it comes next.
bool parts_headline(const Blocks& blocks, std::size_t headline, std::size_t next) {
  constexpr double kClose = 3.0;  // of its size
  const Box& box = blocks.all[headline].box;
  const double size = blocks.page.lines[blocks.all[headline].lines.front()].size;
  const auto is_under = [&](const LineBlock& block) {
    return stands_over(box, block.box) && block.box.top < box.bottom + kClose * size;
  };
  return !is_under(blocks.all[next]) && std::ranges::any_of(blocks.all, is_under);
}

/// How often an order cuts a sentence or parts a headline from what is under it.
unsigned faults_of(const Blocks& blocks, const Order& order) {
  unsigned faults = 0;
  const LineBlock* last = nullptr;  // of prose
  for (std::size_t i = 0; i < order.size(); ++i) {
    const LineBlock& block = blocks.all[order[i]];
    if (blocks.kinds[order[i]] == BlockKind::Prose) {
      faults += last == nullptr ? 0U : cut_between(blocks.page, *last, block);
      last = &block;
    } else if (blocks.kinds[order[i]] == BlockKind::Headline && i + 1 < order.size()) {
      faults += parts_headline(blocks, order[i], order[i + 1]) ? 2U : 0U;
    }
  }
  return faults;
}

/// The order of some of the blocks, as if the others were not there.
Order order_of_some(const Blocks& blocks, const std::function<bool(std::size_t)>& chosen) {
  std::vector<LineBlock> some;
  Order names;
  for (std::size_t i = 0; i < blocks.all.size(); ++i) {
    if (chosen(i)) {
      some.push_back(blocks.all[i]);
      names.push_back(i);
    }
  }
  Order order;
  for (const std::size_t place : reading_order(blocks.page, some)) {
    order.push_back(names[place]);
  }
  return order;
}

Order from_top(const std::vector<LineBlock>& blocks) {
  Order order(blocks.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return blocks[i].box.top; });
  return order;
}

/// Puts a block behind the last one that stands over it, or before the first one that stands under it.
void insert_by_place(Order& order, const std::vector<LineBlock>& blocks, std::size_t added) {
  const Box& box = blocks[added].box;
  const auto above = std::find_if(order.rbegin(), order.rend(),
                                  [&](std::size_t other) { return stands_over(blocks[other].box, box); });
  const auto below =
      std::ranges::find_if(order, [&](std::size_t other) { return stands_over(box, blocks[other].box); });
  order.insert(above != order.rend() ? above.base() : below, added);
}

/// The order in which blocks of these kinds part nothing: they are put in afterwards.
Order order_without(const Blocks& blocks, const std::vector<BlockKind>& kinds) {
  const auto is_left_out = [&](std::size_t i) { return std::ranges::find(kinds, blocks.kinds[i]) != kinds.end(); };
  Order order = order_of_some(blocks, [&](std::size_t i) { return !is_left_out(i); });
  for (const std::size_t block : from_top(blocks.all)) {
    if (is_left_out(block)) {
      insert_by_place(order, blocks.all, block);
    }
  }
  return order;
}

/// Whether all text below `end` stands under something else there.
bool begins_without_prose(const Blocks& blocks, double end) {
  const auto is_below = [&](const LineBlock& block) { return block.box.top >= end; };
  for (std::size_t i = 0; i < blocks.all.size(); ++i) {
    const LineBlock& prose = blocks.all[i];
    if (blocks.kinds[i] == BlockKind::Prose && is_below(prose) &&
        std::ranges::none_of(
            blocks.all, [&](const LineBlock& block) { return is_below(block) && stands_over(block.box, prose.box); })) {
      return false;
    }
  }
  return true;
}

/// Where blank space runs across the page over headlines: the end of what is above it.
std::vector<double> ends_of_bands(const Blocks& blocks) {
  std::vector<double> ends;
  double bottom = 0;
  for (const std::size_t i : from_top(blocks.all)) {
    const Box& box = blocks.all[i].box;
    const bool blank = bottom > 0 && box.top >= bottom && blocks.kinds[i] == BlockKind::Headline;
    if (blank && begins_without_prose(blocks, bottom)) {
      ends.push_back(bottom);
    }
    bottom = std::max(bottom, box.bottom);
  }
  return ends;
}

/// The order of the page cut across above headlines, one part after the other.
Order order_by_bands(const Blocks& blocks) {
  const std::vector<double> ends = ends_of_bands(blocks);
  Order order;
  for (std::size_t band = 0; band <= ends.size(); ++band) {
    const Order part = order_of_some(blocks, [&](std::size_t i) {
      const double top = blocks.all[i].box.top;
      return (band == 0 || top >= ends[band - 1]) && (band == ends.size() || top < ends[band]);
    });
    order.insert(order.end(), part.begin(), part.end());
  }
  return order;
}

Order best_order(const Blocks& blocks) {
  Order best(blocks.all.size());
  std::iota(best.begin(), best.end(), 0U);
  unsigned least = faults_of(blocks, best);
  const auto take_better = [&](Order order) {
    const unsigned faults = faults_of(blocks, order);
    if (faults < least) {
      least = faults;
      best = std::move(order);
    }
  };
  const bool quoted = std::ranges::find(blocks.kinds, BlockKind::Quotation) != blocks.kinds.end();
  if (quoted) {  // sentences may seem to go on in either way round a quotation: columns go on behind it
    least += 1;
    take_better(order_without(blocks, {BlockKind::Quotation}));
  }
  if (least > 0) {
    take_better(order_by_bands(blocks));
    take_better(reading_order(blocks.page, blocks.all));
    take_better(order_without(blocks, {BlockKind::Quotation, BlockKind::Headline}));
  }
  return best;
}

}  // namespace

void order_by_sentences(Page& page, double body) {
  constexpr std::size_t kMostBlocks = 120;
  const std::vector<LineBlock> all = line_blocks(page);
  if (all.size() > kMostBlocks) {
    return;
  }
  const Blocks blocks{page, all, kinds_of(page, all, body)};
  if (!is_running_text(page, all, blocks.kinds)) {
    return;
  }
  Order order = best_order(blocks);
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return blocks.kinds[i] != BlockKind::Note; });
  take_in_order(page, all, order);
}

}  // namespace nutgraf::read::pdf
