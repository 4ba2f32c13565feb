// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/plain_spelling.h"

#include "core/text/accents.h"
#include "core/text/analyzer.h"

namespace nutgraf::bind {
namespace {

/// Empty where it has no other.
std::string plain_spelling(std::string_view word, std::span<const LanguageCount> languages) {
  for (const LanguageCount& language : languages) {
    for (const std::string& base : base_spellings(language.language, word)) {
      if (!is_mark_order(base)) {
        return base;
      }
    }
  }
  return {};
}

}  // namespace

std::optional<std::string> without_accents(std::string_view query, std::span<const LanguageCount> languages) {
  Analyzer::Scratch scratch;
  Analysis analysis;
  Analyzer().analyze(query, scratch, analysis);
  std::string plain;
  std::size_t done = 0;
  bool differs = false;
  for (const Token& token : analysis.tokens) {
    const std::string spelling = token.kind == TokenKind::Word && has_accents(analysis.term(token))
                                     ? plain_spelling(analysis.term(token), languages)
                                     : std::string();
    if (!spelling.empty()) {
      plain += query.substr(done, token.span.begin - done);
      plain += spelling;
      done = token.span.end;
      differs = true;
    }
  }
  plain += query.substr(done);
  return differs ? std::optional(std::move(plain)) : std::nullopt;
}

}  // namespace nutgraf::bind
