// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/text/analyzer.h"

/// Analyses as one line of text, for tables of input and expectation.
namespace nutgraf::printed {

inline Analysis analyzed(std::string_view text) {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  analyzer.analyze(text, scratch, analysis);
  return analysis;
}

inline void add(std::string& out, std::string_view part) {
  out += out.empty() ? "" : " ";
  out += part;
}

/// Words by blanks, other kinds glued to their word: "china's|china us|^US 中国|中国_ |国_".
inline std::string terms(std::string_view text) {
  const Analysis analysis = analyzed(text);
  std::string out;
  for (const Token& token : analysis.tokens) {
    const std::string term(analysis.term(token));
    switch (token.kind) {
      case TokenKind::Word:
        add(out, term);
        break;
      case TokenKind::Variant:
        out += "|" + term;
        break;
      case TokenKind::Amount:
        out += "|=" + term;
        break;
      case TokenKind::ExactCase:
        out += "|^" + term;
        break;
      case TokenKind::Bigram:
        out += "|" + term + "_";
        break;
    }
  }
  return out;
}

/// Words as they stand in the text, in brackets.
inline std::string spans(std::string_view text) {
  std::string out;
  for (const Token& token : analyzed(text).tokens) {
    if (token.kind == TokenKind::Word) {
      add(out, "[" + std::string(text.substr(token.span.begin, token.span.end - token.span.begin)) + "]");
    }
  }
  return out;
}

/// "one@1 two@2", with "/" before a sentence start and "//" before a paragraph start.
inline std::string positions(std::string_view text) {
  const Analysis analysis = analyzed(text);
  std::string out;
  for (const Token& token : analysis.tokens) {
    if (token.kind != TokenKind::Word) {
      continue;
    }
    const auto starts = [&](const std::vector<Boundary>& boundaries) {
      for (const Boundary& boundary : boundaries) {
        if (boundary.position == token.position) {
          return boundary.byte == token.span.begin;
        }
      }
      return false;
    };
    const std::string mark = starts(analysis.paragraphs) ? "//" : starts(analysis.sentences) ? "/" : "";
    add(out, mark + std::string(analysis.term(token)) + "@" + std::to_string(token.position.value));
  }
  return out;
}

/// "ceasefire(cease fire)"
inline std::string compounds(std::string_view text) {
  const Analysis analysis = analyzed(text);
  std::string out;
  for (const Compound& compound : analysis.compounds) {
    std::string parts;
    for (std::uint32_t i = compound.first; i <= compound.last; ++i) {
      if (analysis.tokens[i].kind == TokenKind::Word) {
        add(parts, analysis.term(analysis.tokens[i]));
      }
    }
    add(out, std::string(analysis.view(compound.joined)) + "(" + parts + ")");
  }
  return out;
}

/// How each word is written: "u" uncased, "l" lower, "L" leading capital, "S" that of a sentence's first word, "A" all
/// capitals, "T" in capital text.
inline std::string written(std::string_view text) {
  constexpr std::string_view kLetters = "ulLSAT";
  std::string out;
  for (const Token& token : analyzed(text).tokens) {
    if (token.kind == TokenKind::Word) {
      out += kLetters[static_cast<std::size_t>(token.written)];
    }
  }
  return out;
}

}  // namespace nutgraf::printed
