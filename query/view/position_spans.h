// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/token.h"
#include "query/match/place.h"

namespace nutgraf::view {

/// Where in a text something takes a position: a word, or one character of a script without blanks.
struct PositionSpan {
  std::uint32_t position = 0;
  ByteSpan span;
};

using PositionSpans = std::vector<PositionSpan>;  // ascending, one for each position

void read_position_spans(const Analysis& analysis, PositionSpans& spans);

/// Nothing where no word or character takes it.
[[nodiscard]] const PositionSpan* find_position(const PositionSpans& spans, std::uint32_t position);

/// From the first word or character of a place to its last; empty where the text has none there.
[[nodiscard]] ByteSpan span_of_place(const PositionSpans& spans, const match::Place& place);

}  // namespace nutgraf::view
