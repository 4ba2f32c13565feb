// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/characters.h"
#include "core/text/token.h"

namespace nutgraf {

/// A word as it is in the text, before it is a token.
struct WordShape {
  ByteSpan span;            // without trailing apostrophes, underscores, invisible characters
  std::uint32_t next = 0;   // where reading continues: after what trails the word
  ByteSpan term;            // its fold, at the end of the terms
  std::uint16_t flags = 0;  // of all its characters
  std::uint16_t first = 0;  // chars::kUpper and kLower of its first letter with case
  std::uint32_t letters = 0;
};

/// Words of scripts that write them apart, by UAX #29: letters, digits and underscores, with single apostrophes and
/// stops between letters, single separators between digits. "end.Next" and "J.Smith" are two words: a space is missing
/// there.
class WordReader {
 public:
  WordReader(const CharacterTable& table, std::string_view text) : table_(table), text_(text) {}

  /// Does a word begin with this character?
  [[nodiscard]] static bool begins_word(CharClass kind) { return kind <= CharClass::Digit; }

  /// The word that begins at `begin` with a character for which begins_word() holds; appends its fold to `terms`. A
  /// word of nothing but tatweel has an empty term.
  [[nodiscard]] WordShape read(std::uint32_t begin, std::string& terms) const;

  /// Of a word that begins with an elided one (l'acqua) keeps that (l); reading continues after the apostrophe.
  void keep_elided(WordShape& word, std::string& terms) const;

 private:
  struct State;
  [[nodiscard]] bool ends_at(std::size_t end) const;
  void take_ascii(State& state, std::string& terms) const;
  void take(State& state, const Glyph& glyph, std::string& terms) const;
  [[nodiscard]] bool goes_on(const State& state, const Glyph& glyph) const;
  [[nodiscard]] bool joins(const State& state, const Glyph& glyph) const;
  [[nodiscard]] std::size_t skip_ignored(std::size_t at) const;
  [[nodiscard]] bool lacks_blank(const State& state, std::size_t at) const;
  [[nodiscard]] bool begins_sentence(std::size_t at) const;
  [[nodiscard]] bool begins_name(std::size_t at) const;
  [[nodiscard]] bool is_lone_capital(std::size_t at) const;
  [[nodiscard]] std::uint32_t consonants_from(std::size_t at, std::uint32_t most) const;

  const CharacterTable& table_;
  std::string_view text_;
};

}  // namespace nutgraf
