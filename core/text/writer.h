// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/text/capitals.h"
#include "core/text/characters.h"
#include "core/text/compounds.h"
#include "core/text/runs.h"
#include "core/text/sentences.h"
#include "core/text/signs.h"
#include "core/text/token.h"
#include "core/text/words.h"

namespace nutgraf {

/// Makes tokens, positions and edges of what is read from a text, in its order.
class TokenWriter {
 public:
  TokenWriter(const CharacterTable& table, std::string_view text, Analysis& out);

  /// An edge stands before the next token. The strongest counts.
  void edge(EdgeKind kind) { edge_ = std::max(edge_, kind); }
  /// A word whose term is the end of the terms.
  void word(const WordShape& word, Signs signs);
  /// An emoji.
  void picture(ByteSpan span);
  void run(const RunReader& run);
  /// Something that is no word of letters follows the last word.
  void end_chain() { chain_.close(); }
  void finish();

  /// The last word; empty flags and term after a picture or run.
  [[nodiscard]] WordBefore before() const;

 private:
  [[nodiscard]] bool is_plain(const WordShape& word) const;
  std::uint32_t push_word(const WordShape& word, WrittenAs written);
  void signed_word(WordShape word, Signs signs);
  void begin_token(std::uint32_t byte);
  void cross_edge(std::uint32_t byte);
  void write_variants(const Token& word, Signs signs);
  void write_amounts(const Token& word);
  void write_marked(const Token& word, LeadingSign mark);
  void write_spellings(std::uint32_t index);
  void write_bigrams(const RunReader& run, const RunReader::Word& word);
  void push_since(std::size_t begin, const Token& like, TokenKind kind);
  [[nodiscard]] std::string_view slice(ByteSpan span) const { return text_.substr(span.begin, span.end - span.begin); }

  const CharacterTable& table_;
  std::string_view text_;
  Analysis& out_;
  CompoundChain chain_;
  CapitalText capitals_;
  std::uint32_t position_ = 0;           // of the last token
  EdgeKind edge_ = EdgeKind::Paragraph;  // not yet crossed by a token
  WordShape before_;
};

}  // namespace nutgraf
