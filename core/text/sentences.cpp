// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/sentences.h"

#include "core/text/abbreviations.h"

namespace nutgraf {
namespace {

bool is_initial(const WordBefore& word) {
  return word.letters == 1 && (word.flags & chars::kDigit) == 0;
}

bool has_inner_stop(const WordBefore& word) {
  return word.letters != 0 && word.term.find('.') != std::string_view::npos;
}

/// Xi, Col, WWII: too short to tell a name from an abbreviation.
bool is_short_capitalised(const WordBefore& word) {
  constexpr std::uint32_t kShort = 4;
  return word.letters <= kShort && (word.first & chars::kUpper) != 0;
}

/// "am 3. Oktober" in the languages that write ordinals so.
bool is_ordinal(const WordBefore& word) {
  return word.letters == 0 && (word.flags & chars::kDigit) != 0 && word.term.size() <= 2;
}

bool doubts_stop(const WordBefore& word) {
  return is_initial(word) || has_inner_stop(word) || is_short_capitalised(word) || is_ordinal(word) ||
         is_abbreviation(word.term);
}

}  // namespace

BoundaryKind boundary_between(const WordBefore& before, const Gap& gap, const Character& next) {
  if (gap.lines == Lines::BlankLine) {
    return BoundaryKind::Paragraph;
  }
  const bool small = (next.flags & chars::kLower) != 0;
  if (gap.stop == StopSign::None || small) {
    return BoundaryKind::None;
  }
  if (gap.stop == StopSign::Ellipsis) {
    return BoundaryKind::Soft;
  }
  return gap.stop == StopSign::FullStop && doubts_stop(before) ? BoundaryKind::Soft : BoundaryKind::Hard;
}

}  // namespace nutgraf
