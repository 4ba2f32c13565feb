// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/pieces.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/elisions.h"
#include "core/text/fold.h"

namespace nutgraf::bind {
namespace {

PieceCase case_of(const Token& token, std::string_view written) {
  switch (token.written) {
    case WrittenAs::Uncased:
      return PieceCase::None;
    case WrittenAs::Lower:
      return PieceCase::Small;
    case WrittenAs::LeadingCapital:
    case WrittenAs::StartCapital:
      return utf8::count(written) == 1 ? PieceCase::None : PieceCase::Small;
    case WrittenAs::AllCaps:
    case WrittenAs::InCapitalText:
      return PieceCase::Capitals;
  }
  return PieceCase::None;
}

/// Takes the tokens of a text in their order.
class PieceWriter {
 public:
  PieceWriter(std::string_view text, const Analysis& analysis) : text_(text), analysis_(analysis) {}

  std::vector<Piece> write() {
    std::vector<std::size_t> piece_of_token;
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      take(i);
      piece_of_token.push_back(pieces_.empty() ? 0 : pieces_.size() - 1);
    }
    name_compounds(piece_of_token);
    return std::move(pieces_);
  }

 private:
  void take(std::size_t index) {
    const Token& token = analysis_.tokens[index];
    switch (token.kind) {
      case TokenKind::Word:
        word(token, index);
        return;
      case TokenKind::Variant:
        if (pieces_.back().variant.empty()) {
          pieces_.back().variant = analysis_.term(token);
        }
        return;
      case TokenKind::Amount:
        if (pieces_.back().amount.empty()) {
          pieces_.back().amount = analysis_.term(token);
        }
        return;
      case TokenKind::ExactCase:
        pieces_.back().exact_case = analysis_.term(token);
        return;
      case TokenKind::Bigram:
        pieces_.back().run.bigrams.emplace_back(analysis_.term(token));
        run_end_ = token.span.end;
        return;
    }
  }

  /// A word with bigrams after it belongs to a run; the run goes on where its last bigram reaches into the next word.
  void word(const Token& token, std::size_t index) {
    const bool in_run = index + 1 < analysis_.tokens.size() && analysis_.tokens[index + 1].kind == TokenKind::Bigram;
    if (!in_run || token.span.begin >= run_end_) {
      find_elided(token);
      pieces_.emplace_back();
      run_begin_ = token.span.begin;
      first_position_ = token.position.value;
    }
    Piece& piece = pieces_.back();
    word_end_ = token.span.end;
    piece.written = text_.substr(run_begin_, token.span.end - run_begin_);
    if (!in_run) {
      piece.word = analysis_.term(token);
      piece.letter_case = case_of(token, piece.written);
      return;
    }
    std::vector<QueryRun::Word>& words = piece.run.words;
    words.push_back({std::string(analysis_.term(token)), token.position.value - first_position_, 1});
    std::size_t next = index + 2;
    for (; next < analysis_.tokens.size() && analysis_.tokens[next].kind == TokenKind::Bigram; ++next) {
      ++words.back().count;
    }
  }

  void find_elided(const Token& next) {
    if (pieces_.empty() || next.span.begin == word_end_) {
      return;
    }
    std::string both = pieces_.back().word;
    append_fold(text_.substr(word_end_, next.span.begin - word_end_), LetterCase::Folded, both);
    both += analysis_.term(next);
    pieces_.back().elided = !pieces_.back().word.empty() && elided_bytes(both) == pieces_.back().word.size();
  }

  /// The first is the one nearest to the word.
  void name_spelling(Piece& piece, const Compound& compound) const {
    if (piece.spelling.empty()) {
      piece.spelling = analysis_.view(compound.joined);
    }
  }

  void name_compounds(const std::vector<std::size_t>& piece_of_token) {
    for (std::size_t c = 0; c < analysis_.compounds.size(); ++c) {
      const Compound& compound = analysis_.compounds[c];
      if (compound.first == compound.last) {
        name_spelling(pieces_[piece_of_token[compound.first]], compound);
        continue;
      }
      for (std::size_t p = piece_of_token[compound.first]; p <= piece_of_token[compound.last]; ++p) {
        pieces_[p].compound = c;
        pieces_[p].joined = analysis_.view(compound.joined);
      }
    }
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::vector<Piece> pieces_;
  std::uint32_t word_end_ = 0;  // of the last word
  std::uint32_t run_begin_ = 0;
  std::uint32_t run_end_ = 0;  // of the last bigram
  std::uint32_t first_position_ = 0;
};

}  // namespace

std::vector<Piece> PieceReader::read(std::string_view text) {
  analyzer_.analyze(text, scratch_, analysis_);
  std::vector<Piece> pieces = PieceWriter(text, analysis_).write();
  for (Piece& piece : pieces) {
    find_exact_case(piece);
  }
  return pieces;
}

/// A query is often capitals alone, and then its words have no exact-case term: ask for it among other words.
void PieceReader::find_exact_case(Piece& piece) {
  if (piece.letter_case != PieceCase::Capitals || !piece.exact_case.empty()) {
    return;
  }
  static constexpr std::string_view kAround = "they said that the ";
  Analysis among;
  analyzer_.analyze(std::string(kAround) + piece.written + " was there", scratch_, among);
  for (const Token& token : among.tokens) {
    if (token.kind == TokenKind::ExactCase && token.span.begin >= kAround.size()) {
      piece.exact_case = among.term(token);
    }
  }
}

}  // namespace nutgraf::bind
