// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/token.h"
#include "query/match/position_span.h"

namespace nutgraf::view {

/// Where in a text something takes a position: a word, or one character of a script without spaces.
struct PositionOffset {
  std::uint32_t position = 0;
  ByteSpan span;
};

using PositionOffsets = std::vector<PositionOffset>;  // ascending, one for each position

void read_position_offsets(const Analysis& analysis, PositionOffsets& offsets);

/// Nothing where no word or character takes it.
[[nodiscard]] const PositionOffset* find_position(const PositionOffsets& offsets, std::uint32_t position);

/// From the first word or character of a place to its last; empty where the text has none there.
[[nodiscard]] ByteSpan bytes_of(const PositionOffsets& offsets, const match::PositionSpan& place);

}  // namespace nutgraf::view
