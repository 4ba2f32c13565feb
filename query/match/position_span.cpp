// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/match/position_span.h"

#include <algorithm>
#include <limits>

namespace nutgraf::match {

void sort_distinct(PositionSpans& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

void keep_longest(PositionSpans& spans) {
  std::sort(spans.begin(), spans.end(), [](const PositionSpan& a, const PositionSpan& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  spans.erase(std::unique(spans.begin(), spans.end(),
                          [](const PositionSpan& a, const PositionSpan& b) { return a.begin == b.begin; }),
              spans.end());
}

void keep_innermost(PositionSpans& spans) {
  // From the last to begin to the first, of those that begin together the shortest first: what ends no sooner than one
  // already seen contains it.
  std::sort(spans.begin(), spans.end(), [](const PositionSpan& a, const PositionSpan& b) {
    return a.begin != b.begin ? a.begin > b.begin : a.end < b.end;
  });
  std::uint32_t first_end = std::numeric_limits<std::uint32_t>::max();
  PositionSpans innermost;
  for (const PositionSpan& span : spans) {
    if (span.end < first_end) {
      innermost.push_back(span);
      first_end = span.end;
    }
  }
  spans.assign(innermost.rbegin(), innermost.rend());
}

}  // namespace nutgraf::match
