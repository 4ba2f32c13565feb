// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/text/capitals.h"
#include "core/text/characters.h"
#include "core/text/cjk_runs.h"
#include "core/text/compounds.h"
#include "core/text/sentences.h"
#include "core/text/symbol_words.h"
#include "core/text/token.h"
#include "core/text/words.h"

namespace nutgraf {

/// Makes tokens, positions and boundaries of what is read from a text, in its order.
class TokenWriter {
 public:
  TokenWriter(const CharacterTable& table, std::string_view text, Analysis& out);

  /// There is a boundary before the next token. The strongest counts.
  void boundary(BoundaryKind kind) { boundary_ = std::max(boundary_, kind); }
  /// A word whose term is the end of the terms.
  void word(const WordShape& word, Symbols symbols);
  /// An emoji.
  void emoji(ByteSpan span);
  void run(const CjkRunReader& run);
  /// Something that is not a word of letters follows the last word.
  void end_chain() { chain_.close(); }
  void finish();

  /// The last word; empty flags and term after an emoji or run.
  [[nodiscard]] WordBefore before() const;

 private:
  [[nodiscard]] bool is_plain(const WordShape& word) const;
  std::uint32_t push_word(const WordShape& word, WrittenAs written);
  void symbol_word(WordShape word, Symbols symbols);
  void begin_token(std::uint32_t byte);
  void cross_boundary(std::uint32_t byte);
  void write_variants(const Token& word);
  void write_amounts(const Token& word);
  void write_marked(const Token& word, LeadingSymbol mark);
  void write_without_dot(const Token& word);
  void write_exact_case(const Token& word, std::string_view spelling);
  void write_spellings(std::uint32_t index);
  void write_bigrams(const CjkRunReader& run, const CjkRunReader::Word& word);
  void push_since(std::size_t begin, const Token& like, TokenKind kind);
  [[nodiscard]] std::string_view slice(ByteSpan span) const { return text_.substr(span.begin, span.end - span.begin); }

  const CharacterTable& table_;
  std::string_view text_;
  Analysis& out_;
  CompoundChain chain_;
  CapitalText capitals_;
  std::uint32_t position_ = 0;                       // of the last token
  BoundaryKind boundary_ = BoundaryKind::Paragraph;  // not yet crossed by a token
  WordShape before_;
};

}  // namespace nutgraf
