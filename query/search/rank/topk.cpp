// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/topk.h"

#include <algorithm>
#include <utility>

namespace nutgraf::search::rank {

bool is_heavier(const RankedPassage& a, const RankedPassage& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
}

void TopK::offer(const RankedPassage& passage) {
  if (passage.weight < threshold_) {
    return;
  }
  kept_.push_back(passage);
  if (kept_.size() >= full_) {
    prune();
    full_ = std::max(full_, 2 * kept_.size());
  }
}

void TopK::prune() {
  if (count_ == 0 || kept_.size() < count_) {
    return;
  }
  std::ranges::nth_element(kept_, kept_.begin() + static_cast<std::ptrdiff_t>(count_ - 1), is_heavier);
  threshold_ = kept_[count_ - 1].weight - kEqualWeights;
  std::erase_if(kept_, [this](const RankedPassage& passage) { return passage.weight < threshold_; });
}

std::vector<RankedPassage> TopK::take() {
  std::vector<RankedPassage> passages = take_unsorted();
  std::ranges::sort(passages, is_heavier);
  return passages;
}

std::vector<RankedPassage> TopK::take_unsorted() {
  prune();
  return std::exchange(kept_, {});
}

}  // namespace nutgraf::search::rank
