// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/word_pattern.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "core/base/failure.h"
#include "core/text/analyzer.h"
#include "core/text/variants.h"

namespace nutgraf::query {
namespace {

bool has_wildcard(std::string_view chunk) {
  return chunk.find_first_of("*?") != std::string_view::npos;
}

/// Quotes, `=` and slashes mean something to queries, not here.
std::string without_syntax(std::string_view text) {
  std::string plain(text);
  for (const std::string_view sign : {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB", "=", "/"}) {
    for (std::size_t at = plain.find(sign); at != std::string::npos; at = plain.find(sign)) {
      plain.erase(at, sign.size());
    }
  }
  for (std::size_t at = plain.find(".*"); at != std::string::npos; at = plain.find(".*")) {
    plain.erase(at, 1);
  }
  return plain;
}

/// The words of a text in the spelling that is listed.
std::vector<std::string> words_of(const std::string& text, view::Spellings spellings) {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  analyzer.analyze(text, scratch, analysis);
  std::vector<std::string> words;
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::Word) {
      words.emplace_back(analysis.term(token));
    } else if (token.kind == TokenKind::Variant && spellings == view::Spellings::Plain &&
               is_marked_spelling(words.back())) {
      words.back() = analysis.term(token);
    }
  }
  return words;
}

/// Nothing but characters of a script without spaces and wildcards: words are what a dictionary cuts, wherever that may
/// be.
bool is_run(std::string_view pattern) {
  std::string characters;
  std::copy_if(pattern.begin(), pattern.end(), std::back_inserter(characters),
               [](char c) { return c != '*' && c != '?'; });
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  analyzer.analyze(characters, scratch, analysis);
  std::size_t read = 0;
  for (std::size_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
    const bool in_run = analysis.tokens[i + 1].kind == TokenKind::Bigram;
    read += analysis.tokens[i].kind == TokenKind::Word && in_run ? analysis.term(analysis.tokens[i]).size() : 0;
  }
  return read > 0 && read == characters.size();
}

/// A pattern is one word, so it contains nothing that would end a word.
bool is_one_word(std::string pattern) {
  if (is_run(pattern)) {
    return true;
  }
  std::replace_if(
      pattern.begin(), pattern.end(), [](char c) { return c == '*' || c == '?'; }, 'x');
  const std::vector<std::string> words = words_of(pattern, view::Spellings::All);
  return words.size() == 1 && words.front().size() == pattern.size();
}

std::string with_blanks(std::string_view pattern) {
  std::string words;
  for (const char c : pattern) {
    const bool joins = c == '-' || c == '_';
    words += joins ? ' ' : c;
  }
  return words;
}

[[noreturn]] void refuse_chunk(std::string_view chunk, const std::string& instead) {
  throw Failure(ExitCode::Usage, fmt::format("`{}`: here stand plain words, and words with * and ?", chunk),
                instead.empty() ? "write words" : fmt::format("write {}", instead));
}

std::vector<std::string> slots_of(const std::string& chunk, view::Spellings spellings) {
  if (const std::string plain = without_syntax(chunk); plain != chunk) {
    refuse_chunk(chunk, plain);
  }
  if (chunk.find_first_not_of('*') == std::string::npos) {
    return {"*"};
  }
  if (has_wildcard(chunk)) {
    std::string folded = Analyzer().fold(chunk);
    if (!is_one_word(folded)) {
      refuse_chunk(chunk, with_blanks(chunk));
    }
    return {std::move(folded)};
  }
  std::vector<std::string> words = words_of(chunk, spellings);
  if (words.empty()) {
    refuse_chunk(chunk, {});
  }
  return words;
}

}  // namespace

std::string term_pattern(std::string_view text, view::Spellings spellings) {
  const std::vector<std::string> words = ngram_slots(text, spellings);
  if (words.size() > 1) {
    throw Failure(ExitCode::Usage, fmt::format("terms lists single words, and `{}` is {} words", text, words.size()),
                  fmt::format("nutgraf-query ngrams INDEX '{}'", fmt::join(words, " ")));
  }
  return words.empty() ? std::string() : words.front();
}

std::vector<std::string> ngram_slots(std::string_view text, view::Spellings spellings) {
  std::vector<std::string> slots;
  std::istringstream chunks{std::string(text)};
  for (std::string chunk; chunks >> chunk;) {
    for (std::string& slot : slots_of(chunk, spellings)) {
      slots.push_back(std::move(slot));
    }
  }
  return slots;
}

}  // namespace nutgraf::query
