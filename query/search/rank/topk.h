// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace nutgraf::search::rank {

struct RankedPassage {
  Xapian::docid document = 0;
  double weight = 0;
};

/// Weights that differ by no more are equal.
inline constexpr double kEqualWeights = 1e-6;

/// The heavier first, equal ones by docid.
[[nodiscard]] bool is_heavier(const RankedPassage& a, const RankedPassage& b);

/// The heaviest of the passages offered to it, and all that equal the last of them: which of those comes first is
/// decided elsewhere.
class TopK {
 public:
  explicit TopK(std::size_t count) : count_(count), full_(2 * count) {}

  /// Nothing lighter finds a place.
  [[nodiscard]] double threshold() const { return threshold_; }
  void offer(const RankedPassage& passage);
  /// Raises the threshold to what it can be.
  void prune();
  /// Heaviest first. Nothing is left behind.
  [[nodiscard]] std::vector<RankedPassage> take();
  /// The same in no order.
  [[nodiscard]] std::vector<RankedPassage> take_unsorted();

 private:
  std::size_t count_;
  std::size_t full_;  // when it is time to prune
  double threshold_ = 0;
  std::vector<RankedPassage> kept_;
};

}  // namespace nutgraf::search::rank
