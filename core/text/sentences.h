// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/gaps.h"
#include "core/text/words.h"

namespace nutgraf {

/// What separates a word from the one before. A soft boundary is a sentence start in doubt: it leaves no gap in the
/// positions, so that doubt never hides a phrase.
enum class BoundaryKind : std::uint8_t { None, Soft, Hard, Paragraph };

inline constexpr std::uint32_t kSentenceGap = 1;
inline constexpr std::uint32_t kParagraphGap = 100;

/// What a boundary depends on besides the gap: the word before it. An emoji or an ideograph has no flags and never
/// doubts.
struct WordBefore {
  std::string_view term;
  std::uint16_t flags = 0;
  std::uint16_t first = 0;
  std::uint32_t letters = 0;
};

/// `next` is the first character of the word after the gap.
[[nodiscard]] BoundaryKind boundary_between(const WordBefore& before, const Gap& gap, const Character& next);

}  // namespace nutgraf
