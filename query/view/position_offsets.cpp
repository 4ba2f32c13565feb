// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/position_offsets.h"

#include <algorithm>
#include <iterator>

namespace nutgraf::view {
namespace {

PositionOffsets::const_iterator first_from(const PositionOffsets& offsets, std::uint32_t position) {
  return std::lower_bound(offsets.begin(), offsets.end(), position,
                          [](const PositionOffset& span, std::uint32_t p) { return span.position < p; });
}

/// Cuts pairs of characters down to their first ones.
class FirstCharacters {
 public:
  /// Pairs in the order of the text; the last of a run is one character.
  void add(ByteSpan pair, PositionOffsets& offsets) {
    PositionOffset& here = offsets.back();
    const bool goes_on = offsets.size() > 1 && pair.begin < pair_.end;
    if (goes_on && pair.begin > pair_.begin && !knows_end_) {
      offsets[offsets.size() - 2].span.end = pair.begin;
    }
    // The second character of a pair is the first of the next one.
    here.span = {pair.begin, goes_on ? pair_.end : pair.end};
    knows_end_ = goes_on;
    pair_ = pair;
  }

 private:
  ByteSpan pair_;  // the last one
  bool knows_end_ = false;
};

}  // namespace

void read_position_offsets(const Analysis& analysis, PositionOffsets& offsets) {
  offsets.clear();
  FirstCharacters characters;
  for (const Token& token : analysis.tokens) {
    if (offsets.empty() || offsets.back().position < token.position.value) {
      offsets.push_back({token.position.value, token.span});
    }
    if (token.kind == TokenKind::Bigram) {
      characters.add(token.span, offsets);
    }
  }
}

const PositionOffset* find_position(const PositionOffsets& offsets, std::uint32_t position) {
  const auto found = first_from(offsets, position);
  return found != offsets.end() && found->position == position ? &*found : nullptr;
}

ByteSpan bytes_of(const PositionOffsets& offsets, const match::PositionSpan& place) {
  const auto first = first_from(offsets, place.begin);
  const auto end = first_from(offsets, place.end);
  return first == end ? ByteSpan{} : ByteSpan{first->span.begin, std::prev(end)->span.end};
}

}  // namespace nutgraf::view
