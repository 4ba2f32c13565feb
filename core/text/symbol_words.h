// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/text/words.h"

/// Words with symbols in them: C++, C#, R&D, #tag, @name, .NET.
namespace nutgraf {

enum class Symbols : std::uint8_t {
  None,
  Pluses,     // C++, Notepad++
  Sharp,      // C#
  Ampersand,  // R&D, AT&T: at most four letters in all
};

/// Takes the symbols that directly follow the word just read (its term is the end of `terms`), and what they join.
[[nodiscard]] Symbols extend_by_symbols(const WordReader& reader, std::string_view text, WordShape& word,
                                        std::string& terms);

/// Takes the possessive ending of a word that ends in a digit or a sign or has a mark at its end (Radio 4's, C++'s,
/// U.S.'s, Yahoo!'s): after a letter it is read as part of the word.
void take_possessive(const WordReader& reader, std::string_view text, WordShape& word, std::string& terms);

/// The bytes of a mark of a name at `end` that may come before its possessive ending: U.S.'s, Yahoo!'s.
[[nodiscard]] inline std::size_t mark_bytes(std::string_view text, std::size_t end) {
  return end < text.size() && (text[end] == '.' || text[end] == '!' || text[end] == '?') ? 1 : 0;
}

/// A quick look before take_possessive.
[[nodiscard]] inline bool may_have_possessive(std::string_view text, std::size_t end) {
  end += mark_bytes(text, end);
  return end + 1 < text.size() && (text[end] == '\'' || static_cast<unsigned char>(text[end]) >= 0x80);
}

enum class LeadingSymbol : char { None = 0, Tag = '#', Name = '@', Stop = '.' };

/// Does a symbol follow that extend_by_symbols may take?
[[nodiscard]] inline bool may_extend(std::string_view text, std::size_t end) {
  return end < text.size() && (text[end] == '+' || text[end] == '#' || text[end] == '&');
}

/// Is a symbol before `begin` that leading_symbol knows?
[[nodiscard]] inline bool may_have_leading_symbol(std::string_view text, std::size_t begin) {
  return begin > 0 && (text[begin - 1] == '#' || text[begin - 1] == '@' || text[begin - 1] == '.');
}

/// The symbol directly before a word that begins at `begin`, itself after white space, a bracket, a quote or nothing.
[[nodiscard]] LeadingSymbol leading_symbol(const CharacterTable& table, std::string_view text, std::uint32_t begin);

}  // namespace nutgraf
