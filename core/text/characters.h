// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf {

/// What a character does to the words around it: the Word_Break property of UAX #29 with our tailoring
/// (docs/analysis.md). The order is used: the first three make words, the next two continue them, and the five after
/// those join two letters or two digits.
enum class CharClass : std::uint8_t {
  Letter,
  Hebrew,
  Digit,
  Joiner,      // underscore: inside words only
  Ignored,     // marks, joiners, formats: part of the character before
  MidLetter,   // joins letters
  MidNumber,   // joins digits
  Stop,        // full stop: joins both
  Apostrophe,  // the whole family; joins both
  Quote,       // joins Hebrew letters
  Hyphen,
  Blank,
  LineEnd,
  Flag,     // half of a flag emoji
  Emoji,    // begins an emoji
  Cjk,      // Han, kana, Hangul
  Complex,  // scripts that ICU cuts with a dictionary: Thai, Lao, Khmer, Burmese
  Unfolds,  // stands for words: see unfold.h
  Other,
};

/// A sign that belongs to a word only between two of its letters or digits.
[[nodiscard]] constexpr bool is_inner_sign(CharClass kind) {
  return kind >= CharClass::MidLetter && kind <= CharClass::Quote;
}
/// White space inside a line, or a character that nobody sees by itself.
[[nodiscard]] constexpr bool is_unseen(CharClass kind) {
  return kind == CharClass::Blank || kind == CharClass::Ignored;
}

/// Properties of characters, united over a word.
namespace chars {
inline constexpr std::uint16_t kUpper = 1;
inline constexpr std::uint16_t kLower = 2;
inline constexpr std::uint16_t kLetter = 4;
inline constexpr std::uint16_t kDigit = 8;
inline constexpr std::uint16_t kRefold = 16;     // may change with its neighbours: fold the whole word
inline constexpr std::uint16_t kInvisible = 32;  // removed; outside a word's span when it ends the word
inline constexpr std::uint16_t kInner = 64;      // apostrophe, stop, comma and their like
inline constexpr std::uint16_t kFullStop = 128;  // ends a sentence unless in doubt
inline constexpr std::uint16_t kTerminal = 256;  // ! ? and their like
inline constexpr std::uint16_t kWideStop = 512;  // ends a sentence without white space after it
inline constexpr std::uint16_t kCloser = 1024;   // may be between a stop and white space
inline constexpr std::uint16_t kEllipsis = 2048;
inline constexpr std::uint16_t kNotAscii = 4096;
inline constexpr std::uint16_t kMoney = 8192;   // a currency's sign
inline constexpr std::uint16_t kShare = 16384;  // per cent, per mille, degrees
}  // namespace chars

struct Character {
  CharClass kind = CharClass::Other;
  std::uint8_t fold_size = 0;
  std::array<char, 4> fold{};  // UTF-8 of its fold where it does not depend on neighbours
  std::uint16_t flags = 0;
};
static_assert(sizeof(Character) == 8);

/// A character in a text and the bytes it takes. Invalid bytes are U+FFFD, one byte each.
struct Glyph {
  const Character* character = nullptr;
  std::uint32_t size = 0;
};

/// Table of all characters, filled in pages of 256 on first use from ICU; shared by all threads.
class CharacterTable {
 public:
  static const CharacterTable& instance();
  CharacterTable(const CharacterTable&) = delete;
  CharacterTable& operator=(const CharacterTable&) = delete;
  CharacterTable(CharacterTable&&) = delete;
  CharacterTable& operator=(CharacterTable&&) = delete;

  [[nodiscard]] const Character& ascii(unsigned char c) const { return ascii_[c]; }
  /// The flags of an ASCII letter or digit (never 0); 0 for any other byte.
  [[nodiscard]] std::uint8_t ascii_word(char c) const { return ascii_words_[static_cast<unsigned char>(c)]; }
  [[nodiscard]] const Character& of(char32_t c) const {
    const Page* page = pages_[c >> 8U].load(std::memory_order_acquire);
    return (page != nullptr ? *page : load(c >> 8U))[c & 0xFFU];
  }
  /// The character at `at`, which is inside `text`.
  [[nodiscard]] Glyph at(std::string_view text, std::size_t at) const {
    const auto c = static_cast<unsigned char>(text[at]);
    return c < 0x80 ? Glyph{&ascii_[c], 1} : decode(text, at);
  }

 private:
  using Page = std::array<Character, 256>;
  CharacterTable();
  ~CharacterTable();
  [[nodiscard]] Glyph decode(std::string_view text, std::size_t at) const;
  const Page& load(std::size_t number) const;

  std::array<Character, 256> ascii_;  // by byte; those of longer characters are Other
  std::array<std::uint8_t, 256> ascii_words_{};
  mutable std::array<std::atomic<const Page*>, 0x1100> pages_{};
};

}  // namespace nutgraf
