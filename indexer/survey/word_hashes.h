// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace nutgraf::survey {

enum class WordKind : std::uint8_t {
  Word,
  Number,     // begins with a digit
  Character,  // of a script that is written without blanks: Han, kana, Thai, ...
};

struct WordHash {
  std::uint64_t hash = 0;
  std::uint32_t begin = 0;  // byte in the text
  WordKind kind = WordKind::Word;
};

/// Replaces `words` by the words of a text in order: runs of letters and digits, case and accents folded, invisible
/// characters left out; a number with its points and strokes is one word. Coarser and much cheaper than the analyzer:
/// for comparing texts, not for searching them.
void hash_words(std::string_view text, std::vector<WordHash>& words);

/// The length of a text in words; two characters of a script without blanks count as one.
[[nodiscard]] std::uint32_t word_count(std::span<const WordHash> words);

/// Of a sequence of words: order matters.
[[nodiscard]] std::uint64_t hash_of(std::span<const WordHash> words);

/// Spreads the bits of a number over all of them (Steele, Lea and Flood's splitmix64).
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t bits) {
  bits += 0x9E3779B97F4A7C15U;
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31U);
}

}  // namespace nutgraf::survey
