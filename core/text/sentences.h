// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/gaps.h"
#include "core/text/words.h"

namespace nutgraf {

/// What parts a word from the one before. A soft edge is a sentence start in doubt: it leaves no gap in the positions,
/// so that doubt never hides a phrase.
enum class EdgeKind : std::uint8_t { None, Soft, Hard, Paragraph };

inline constexpr std::uint32_t kSentenceGap = 1;
inline constexpr std::uint32_t kParagraphGap = 100;

/// What an edge depends on beside the gap: the word before it. A picture or an ideograph has no flags and never doubts.
struct WordBefore {
  std::string_view term;
  std::uint16_t flags = 0;
  std::uint16_t first = 0;
  std::uint32_t letters = 0;
};

/// `next` is the first character of the word after the gap.
[[nodiscard]] EdgeKind edge_between(const WordBefore& before, const Gap& gap, const Character& next);

}  // namespace nutgraf
