// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace nutgraf::match {

/// Where a word or phrase occurs: its first position, and the one after its last.
struct PositionSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const PositionSpan&,
                          const PositionSpan&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

using PositionSpans = std::vector<PositionSpan>;  // ascending, each once

/// Ascending, each once.
void sort_distinct(PositionSpans& spans);
/// Of those that begin together the longest; ascending.
void keep_longest(PositionSpans& spans);
/// Those that contain no other one; ascending.
void keep_innermost(PositionSpans& spans);

}  // namespace nutgraf::match
