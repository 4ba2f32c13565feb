// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/query_token.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/elisions.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

namespace nutgraf::bind {
namespace {

TokenCase case_of(const Token& token, std::string_view written) {
  switch (token.written) {
    case WrittenAs::Uncased:
      return TokenCase::None;
    case WrittenAs::Lower:
      return TokenCase::Small;
    case WrittenAs::LeadingCapital:
    case WrittenAs::StartCapital:
      return utf8::count(written) == 1 ? TokenCase::None : TokenCase::Small;
    case WrittenAs::AllCaps:
    case WrittenAs::InCapitalText:
      return TokenCase::Capitals;
  }
  return TokenCase::None;
}

/// Takes the tokens of a text in their order.
class TokenCollector {
 public:
  TokenCollector(std::string_view text, const Analysis& analysis) : text_(text), analysis_(analysis) {}

  std::vector<QueryToken> write() {
    std::vector<std::size_t> query_token_of;
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      take(i);
      query_token_of.push_back(collected_.empty() ? 0 : collected_.size() - 1);
    }
    name_compounds(query_token_of);
    return std::move(collected_);
  }

 private:
  void take(std::size_t index) {
    const Token& token = analysis_.tokens[index];
    switch (token.kind) {
      case TokenKind::Word:
        word(token, index);
        return;
      case TokenKind::Variant:
        if (collected_.back().variant.empty()) {
          collected_.back().variant = analysis_.term(token);
        }
        return;
      case TokenKind::Amount:
        if (collected_.back().amount.empty()) {
          collected_.back().amount = analysis_.term(token);
        }
        return;
      case TokenKind::ExactCase:
        collected_.back().exact_case = analysis_.term(token);
        return;
      case TokenKind::Bigram:
        collected_.back().run.bigrams.emplace_back(analysis_.term(token));
        run_end_ = token.span.end;
        return;
    }
  }

  /// A word with bigrams after it belongs to a run; the run goes on where its last bigram reaches into the next word.
  void word(const Token& token, std::size_t index) {
    const bool in_run = index + 1 < analysis_.tokens.size() && analysis_.tokens[index + 1].kind == TokenKind::Bigram;
    if (!in_run || token.span.begin >= run_end_) {
      find_elided(token);
      const bool after_blank = !collected_.empty() && is_blank(std::max(word_end_, run_end_), token.span.begin);
      collected_.emplace_back();
      collected_.back().after_blank = after_blank;
      run_begin_ = token.span.begin;
      first_position_ = token.position.value;
    }
    QueryToken& query_token = collected_.back();
    word_end_ = token.span.end;
    query_token.written = text_.substr(run_begin_, token.span.end - run_begin_);
    if (!in_run) {
      query_token.word = analysis_.term(token);
      query_token.letter_case = case_of(token, query_token.written);
      return;
    }
    std::vector<QueryRun::Word>& words = query_token.run.words;
    words.push_back({std::string(analysis_.term(token)), token.position.value - first_position_, 1});
    std::size_t next = index + 2;
    for (; next < analysis_.tokens.size() && analysis_.tokens[next].kind == TokenKind::Bigram; ++next) {
      ++words.back().count;
    }
  }

  [[nodiscard]] bool is_blank(std::size_t begin, std::size_t end) const {
    std::size_t at = begin;
    while (at < end && unicode::is_space(utf8::decode(text_, at).code)) {
      at += utf8::decode(text_, at).size;
    }
    return begin < end && at == end;
  }

  void find_elided(const Token& next) {
    if (collected_.empty() || next.span.begin == word_end_) {
      return;
    }
    std::string both = collected_.back().word;
    append_fold(text_.substr(word_end_, next.span.begin - word_end_), LetterCase::Folded, both);
    both += analysis_.term(next);
    collected_.back().elided = !collected_.back().word.empty() && elided_bytes(both) == collected_.back().word.size();
  }

  /// The first is the one nearest to the word.
  void name_spelling(QueryToken& query_token, const Compound& compound) const {
    if (query_token.spelling.empty()) {
      query_token.spelling = analysis_.view(compound.joined);
    }
  }

  void name_compounds(const std::vector<std::size_t>& query_token_of) {
    for (std::size_t c = 0; c < analysis_.compounds.size(); ++c) {
      const Compound& compound = analysis_.compounds[c];
      if (compound.first == compound.last) {
        name_spelling(collected_[query_token_of[compound.first]], compound);
        continue;
      }
      for (std::size_t p = query_token_of[compound.first]; p <= query_token_of[compound.last]; ++p) {
        collected_[p].compound = c;
        collected_[p].joined = analysis_.view(compound.joined);
      }
    }
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::vector<QueryToken> collected_;
  std::uint32_t word_end_ = 0;  // of the last word
  std::uint32_t run_begin_ = 0;
  std::uint32_t run_end_ = 0;  // of the last bigram
  std::uint32_t first_position_ = 0;
};

/// TBMM'nin is the acronym TBMM: its exact-case term is what comes before the apostrophe.
void name_acronym(QueryToken& token) {
  const std::size_t apostrophe = token.word.rfind('\'');
  if (token.variant.empty() && !token.exact_case.empty() && apostrophe != std::string::npos &&
      token.exact_case.find('\'') == std::string::npos) {
    token.variant = token.word.substr(0, apostrophe);
  }
}

}  // namespace

bool is_long_run(const std::vector<QueryToken>& tokens) {
  constexpr std::size_t kShortRunCharacters = 8;
  constexpr std::size_t kShortRunWords = 2;
  std::size_t characters = 0;
  std::size_t words = 0;
  for (const QueryToken& token : tokens) {
    characters += token.run.bigrams.size();
    words += token.run.empty() ? 1 : token.run.words.size();
  }
  return characters > kShortRunCharacters && words > kShortRunWords;
}

std::vector<QueryToken> QueryTokenizer::read(std::string_view text) {
  analyzer_.analyze(text, scratch_, analysis_);
  std::vector<QueryToken> tokens = TokenCollector(text, analysis_).write();
  for (QueryToken& query_token : tokens) {
    find_exact_case(query_token);
    name_acronym(query_token);
  }
  return tokens;
}

/// A query is often capitals alone, and then its words have no exact-case term: ask for it among other words.
void QueryTokenizer::find_exact_case(QueryToken& query_token) {
  if (query_token.letter_case != TokenCase::Capitals || !query_token.exact_case.empty()) {
    return;
  }
  static constexpr std::string_view kAround = "they said that the ";
  Analysis among;
  analyzer_.analyze(std::string(kAround) + query_token.written + " was there", scratch_, among);
  for (const Token& token : among.tokens) {
    if (token.kind == TokenKind::ExactCase && token.span.begin >= kAround.size()) {
      query_token.exact_case = among.term(token);
    }
  }
}

}  // namespace nutgraf::bind
