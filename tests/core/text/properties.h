// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"
#include "core/text/fold.h"
#include "core/text/unfold.h"
#include "core/text/variants.h"

/// What must hold for the analysis of any bytes; shared by the tests and the fuzz target.
namespace nutgraf::properties {

inline std::string place(std::string_view what, const ByteSpan& span) {
  return std::string(what) + " at bytes " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

/// Where characters begin; each invalid byte is one of its own.
inline std::vector<bool> boundaries_of(std::string_view text) {
  std::vector<bool> found(text.size() + 1, false);
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    found[static_cast<std::size_t>(at)] = true;
    std::int32_t next = at;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), next, size, c);
    at = c < 0 ? at + 1 : next;
  }
  found[text.size()] = true;
  return found;
}

/// What the characters of this span that stand for words are written out as.
inline std::string written_out(std::string_view text, const ByteSpan& span) {
  std::string out;
  for (auto at = static_cast<std::int32_t>(span.begin); at < static_cast<std::int32_t>(span.end);) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(span.end), c);
    out += c >= 0 ? unfolded(static_cast<char32_t>(c)) : std::string();
  }
  return out;
}

/// Spans lie on character boundaries, in order, and words do not overlap but for those that one character stands for;
/// positions rise; other kinds stand at their word.
inline std::string check_spans(std::string_view text, const Analysis& analysis) {
  const std::vector<bool> boundaries = boundaries_of(text);
  Token word;
  Position last;
  for (const Token& token : analysis.tokens) {
    if (token.span.begin >= token.span.end || token.span.end > text.size() || token.term.begin >= token.term.end) {
      return place("empty span or term", token.span);
    }
    if (!boundaries[token.span.begin] || !boundaries[token.span.end]) {
      return place("span cuts a character", token.span);
    }
    const bool at_word = token.position == word.position && token.span == word.span;
    switch (token.kind) {
      case TokenKind::Word:
        if ((token.span.begin < word.span.end && written_out(text, token.span).empty()) || token.position <= last) {
          return place("words overlap or positions fall", token.span);
        }
        word = token;
        break;
      case TokenKind::Variant:
      case TokenKind::Amount:
      case TokenKind::ExactCase:
        if (!at_word || token.written != word.written) {
          return place("another kind of token away from its word", token.span);
        }
        break;
      case TokenKind::Bigram:
        if (token.position < last || token.span.begin < word.span.begin) {
          return place("bigram out of order", token.span);
        }
        break;
    }
    last = token.position;
  }
  return {};
}

/// A word's term is the fold of its span (part of it, where a compatibility form is several characters or words), and
/// no term of the body can be taken for a prefixed one or for two.
inline std::string check_terms(std::string_view text, const Analysis& analysis) {
  for (const Token& token : analysis.tokens) {
    const std::string_view term = analysis.term(token);
    const std::string_view written = text.substr(token.span.begin, token.span.end - token.span.begin);
    std::string folded;
    append_fold(written, LetterCase::Folded, folded);
    const bool in_run = &token != &analysis.tokens.back() && (&token)[1].kind == TokenKind::Bigram;
    const std::string out = written_out(text, token.span);
    const bool several = in_run || token.kind == TokenKind::Bigram || !out.empty();
    const bool partly = several && (folded + " " + out).find(term) != std::string::npos;
    if ((token.kind == TokenKind::Word || token.kind == TokenKind::Bigram) && folded != term && !partly) {
      return place("term is not the fold of its span", token.span);
    }
    if (token.kind != TokenKind::ExactCase && term[0] >= 'A' && term[0] <= 'Z') {
      return place("term begins with a capital", token.span);
    }
    if (term.find_first_of(" \t\r\n") != std::string_view::npos) {
      return place("term holds white space", token.span);
    }
  }
  return {};
}

/// No letter or digit lies outside all words, but those that fold to nothing or stand for an apostrophe.
inline std::string check_coverage(std::string_view text, const Analysis& analysis) {
  std::size_t covered = 0;
  std::size_t token = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const auto begin = static_cast<std::uint32_t>(at);
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
    at = c < 0 ? static_cast<std::int32_t>(begin) + 1 : at;
    for (; token < analysis.tokens.size() && analysis.tokens[token].span.begin <= begin; ++token) {
      covered = std::max<std::size_t>(covered, analysis.tokens[token].span.end);
    }
    if (begin < covered || c < 0 || !u_isalnum(c) || is_apostrophe(static_cast<char32_t>(c))) {
      continue;
    }
    std::string folded;
    append_fold(text.substr(begin, static_cast<std::size_t>(at) - begin), LetterCase::Folded, folded);
    const int word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
    if (!folded.empty() && word_break != U_WB_EXTEND) {
      return place("letter or digit outside all words", {begin, static_cast<std::uint32_t>(at)});
    }
  }
  return {};
}

/// A word typed alone gives the same term as in its text. Words that ICU's dictionaries cut depend on their run:
/// bigrams find them. One character may stand for several words.
inline std::string check_alone(std::string_view text, const Analysis& analysis) {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis alone;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    const bool dictionary = i + 1 < analysis.tokens.size() && analysis.tokens[i + 1].kind == TokenKind::Bigram;
    if (token.kind != TokenKind::Word || dictionary) {
      continue;
    }
    analyzer.analyze(text.substr(token.span.begin, token.span.end - token.span.begin), scratch, alone);
    if (std::ranges::none_of(alone.tokens, [&](const Token& t) { return alone.term(t) == analysis.term(token); })) {
      return place("a word alone has another term", token.span);
    }
  }
  return {};
}

/// Of the terms of the body that stand at a word at most one is no marked spelling: a class never holds two of them.
inline std::string check_marked(std::string_view /*text*/, const Analysis& analysis) {
  int plain = 0;
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::Word) {
      plain = 0;
    }
    const bool counts = token.kind == TokenKind::Word || token.kind == TokenKind::Variant;
    plain += counts && !is_marked_spelling(analysis.term(token)) ? 1 : 0;
    if (plain > 1) {
      return place("two plain spellings at one word", token.span);
    }
  }
  return {};
}

/// The first property that `text` breaks, or nothing.
inline std::string first_broken(std::string_view text) {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  analyzer.analyze(text, scratch, analysis);
  for (const auto check : {check_spans, check_terms, check_coverage, check_marked, check_alone}) {
    const std::string broken = check(text, analysis);
    if (!broken.empty()) {
      return broken;
    }
  }
  return {};
}

}  // namespace nutgraf::properties
