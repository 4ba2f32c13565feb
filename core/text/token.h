// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

/// Half-open range of bytes in a UTF-8 text; both ends lie on character boundaries.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

/// Place of a word in a passage, counted from 1; see docs/index-layout.md for the gaps at boundaries.
struct Position {
  std::uint32_t value = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// What a token is to the index. Variant, Amount and ExactCase stand at the position and span of the Word they follow;
/// a Bigram is at its first character's position, and its span covers both characters.
enum class TokenKind : std::uint8_t {
  Word,       // the folded word as written; wdf 1
  Variant,    // another form of it (without possessive, without separators); wdf 1
  Amount,     // a number with its sign (50%, $50); stored under XN:; wdf 1
  ExactCase,  // an all-caps word in mixed-case text, as written; stored under XC:; wdf 1
  Bigram,     // two characters of a script without spaces (a run's last alone); stored under XB:; wdf 0
};

/// How a word was written; decides whether a query in capitals means an acronym.
enum class WrittenAs : std::uint8_t {
  Uncased,         // no letter with case (digits, Han, Arabic, ...)
  Lower,           // begins with a lower-case letter
  LeadingCapital,  // begins with a capital and is not all capitals
  StartCapital,    // the same where any word does: first in a sentence, a quotation or brackets
  AllCaps,         // all capitals, two letters or more, in mixed-case text
  InCapitalText,   // all capitals inside text that is all capitals
};

struct Token {
  ByteSpan term;  // in Analysis::terms, without prefix
  ByteSpan span;  // in the analysed text: the word exactly as written
  Position position;
  TokenKind kind = TokenKind::Word;
  WrittenAs written = WrittenAs::Uncased;
};

/// Two or more words joined by single hyphens, also across a line break: cease-fire; or one word that is also written
/// without the sign in it: Oʻahu. The joined form is not a token; it is a class entry. Between first and last stand the
/// Words' other kinds too.
struct Compound {
  std::uint32_t first = 0;  // index in Analysis::tokens of its first Word
  std::uint32_t last = 0;   // index of its last Word
  ByteSpan joined;          // "ceasefire" in Analysis::terms
};

/// Where a sentence or a paragraph starts: the position of its first word.
struct Boundary {
  Position position;
  std::uint32_t byte = 0;  // first byte of that first word
};

/// The analysed form of one text. Reused between texts to save allocations; owns the bytes of its terms.
struct Analysis {
  std::string terms;
  std::vector<Token> tokens;  // in text order; a Word is followed by its other kinds
  std::vector<Compound> compounds;
  std::vector<Boundary> sentences;   // hard and soft
  std::vector<Boundary> paragraphs;  // blank lines part them

  [[nodiscard]] std::string_view view(ByteSpan s) const {
    return std::string_view(terms).substr(s.begin, s.end - s.begin);
  }
  [[nodiscard]] std::string_view term(const Token& t) const { return view(t.term); }
  void clear();
};

}  // namespace nutgraf
