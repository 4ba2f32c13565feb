// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/position_spans.h"

#include <algorithm>
#include <iterator>

namespace nutgraf::view {
namespace {

PositionSpans::const_iterator first_from(const PositionSpans& spans, std::uint32_t position) {
  return std::lower_bound(spans.begin(), spans.end(), position,
                          [](const PositionSpan& span, std::uint32_t p) { return span.position < p; });
}

/// Cuts pairs of characters down to their first ones.
class FirstCharacters {
 public:
  /// Pairs as they stand in the text; the last of a run is one character.
  void add(ByteSpan pair, PositionSpans& spans) {
    PositionSpan& here = spans.back();
    const bool goes_on = spans.size() > 1 && pair.begin < pair_.end;
    if (goes_on && pair.begin > pair_.begin && !knows_end_) {
      spans[spans.size() - 2].span.end = pair.begin;
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

void read_position_spans(const Analysis& analysis, PositionSpans& spans) {
  spans.clear();
  FirstCharacters characters;
  for (const Token& token : analysis.tokens) {
    if (spans.empty() || spans.back().position < token.position.value) {
      spans.push_back({token.position.value, token.span});
    }
    if (token.kind == TokenKind::Bigram) {
      characters.add(token.span, spans);
    }
  }
}

const PositionSpan* find_position(const PositionSpans& spans, std::uint32_t position) {
  const auto found = first_from(spans, position);
  return found != spans.end() && found->position == position ? &*found : nullptr;
}

ByteSpan span_of_place(const PositionSpans& spans, const match::Place& place) {
  const auto first = first_from(spans, place.begin);
  const auto end = first_from(spans, place.end);
  return first == end ? ByteSpan{} : ByteSpan{first->span.begin, std::prev(end)->span.end};
}

}  // namespace nutgraf::view
