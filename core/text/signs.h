// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/text/words.h"

/// Words that hold signs: C++, C#, R&D, #tag, @name, .NET.
namespace nutgraf {

enum class Signs : std::uint8_t {
  None,
  Pluses,     // C++, Notepad++
  Sharp,      // C#
  Ampersand,  // R&D, AT&T: at most four letters in all
};

/// Takes the signs that directly follow the word just read (its term is the end of `terms`), and what they join.
[[nodiscard]] Signs extend_by_signs(const WordReader& reader, std::string_view text, WordShape& word,
                                    std::string& terms);

enum class LeadingSign : char { None = 0, Tag = '#', Name = '@', Stop = '.' };

/// May a sign follow that extend_by_signs takes?
[[nodiscard]] inline bool may_extend(std::string_view text, std::size_t end) {
  return end < text.size() && (text[end] == '+' || text[end] == '#' || text[end] == '&');
}

/// Stands a sign before `begin` that mark_before knows?
[[nodiscard]] inline bool may_be_marked(std::string_view text, std::size_t begin) {
  return begin > 0 && (text[begin - 1] == '#' || text[begin - 1] == '@' || text[begin - 1] == '.');
}

/// The mark directly before a word that begins at `begin`, itself after a blank, bracket, quote or the beginning.
[[nodiscard]] LeadingSign mark_before(const CharacterTable& table, std::string_view text, std::uint32_t begin);

}  // namespace nutgraf
