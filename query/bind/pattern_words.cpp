// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/pattern_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {

/// A stretch of a text: ordinary words, or one word with wildcards.
struct PatternWords::Piece {
  std::string text;     // ordinary words, or the word as typed
  std::string pattern;  // folded; empty = ordinary words
};

namespace {

// Letters that replace * and ? while a text is cut into words, so that what surrounds them stays one word. Rare ones:
// LATIN LETTER SINOLOGICAL DOT and LATIN EPIGRAPHIC LETTER SIDEWAYS I, which have no case and fold to themselves.
constexpr std::string_view kStarLetter = "\uA78F";
constexpr std::string_view kMarkLetter = "\uA7F7";
constexpr std::size_t kLetterBytes = 3;

bool is_inner_mark(std::string_view text, std::size_t at) {
  return text[at] == '?' && at > 0 && at + 1 < text.size() &&
         (ascii::is_word_byte(text[at - 1]) || text[at - 1] == '?') &&
         (ascii::is_word_byte(text[at + 1]) || text[at + 1] == '?');
}

std::string with_letters(std::string_view text) {
  std::string marked;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*') {
      marked += i > 0 && text[i - 1] == '*' ? std::string_view() : kStarLetter;
    } else if (is_inner_mark(text, i)) {
      marked += kMarkLetter;
    } else {
      marked += text[i];
    }
  }
  return marked;
}

std::string with_signs(std::string_view marked) {
  std::string text;
  for (std::size_t i = 0; i < marked.size();) {
    const std::string_view letter = marked.substr(i, kLetterBytes);
    if (letter == kStarLetter || letter == kMarkLetter) {
      text += letter == kStarLetter ? '*' : '?';
      i += kLetterBytes;
    } else {
      text += marked[i++];
    }
  }
  return text;
}

struct TooMany {
  std::string pattern;
  std::size_t count = 0;
  std::string limit;  // "1,000", "300 in a phrase"
};

void require_few(std::string_view pattern, const MatchedWords& found, std::size_t limit, std::string_view place = {}) {
  if (found.count > limit) {
    throw TooMany{std::string(pattern), found.count, fmt::format("{}{}", fmt::group_digits(limit), place)};
  }
}

[[noreturn]] void refuse(std::string_view query, const parse::Ast& ast, const TooMany& many) {
  throw parse::QueryError(query, ast.span.begin,
                          fmt::format("`{}` matches {} words of the index; a pattern may match {}", many.pattern,
                                      fmt::group_digits(many.count), many.limit),
                          "write more letters of it, or allow more with --max-expansions N; nutgraf-query terms INDEX "
                          "PATTERN lists what a wildcard matches");
}

[[noreturn]] void refuse_empty(std::string_view query, const parse::Ast& ast) {
  throw parse::QueryError(query, ast.span.begin,
                          fmt::format("there is no letter or digit in \"{}\" to search for", ast.text));
}

enum class Script : std::uint8_t { Spaced, Unspaced };  // between words

/// Changes are counted in one word of the vocabulary. Where a script has no spaces, a name is seldom one.
[[noreturn]] void refuse_words(std::string_view query, const parse::Ast& ast, std::size_t words, Script script) {
  if (script == Script::Spaced) {
    throw parse::QueryError(query, ast.span.begin,
                            fmt::format("~{} is for one word, and this is {}", ast.distance, words),
                            "put a space between the words");
  }
  throw parse::QueryError(
      query, ast.span.begin,
      fmt::format("~{} is for one word, and {} is {} in a script without spaces", ast.distance, ast.text, words),
      fmt::format("write the spellings that you mean: ({} OR ...)", ast.text));
}

/// Of the words in a phrase with patterns.
WordForms::Reading reading_beside_patterns(const parse::Ast& ast) {
  if (ast.kind != parse::AstKind::Phrase || ast.exactness == parse::Exactness::AsWritten) {
    return WordForms::Reading::Phrase;
  }
  return ast.exactness == parse::Exactness::Surface ? WordForms::Reading::Surface : WordForms::Reading::VaryingPhrase;
}

}  // namespace

bool holds_wildcards(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*' || is_inner_mark(text, i)) {
      return true;
    }
  }
  return false;
}

Clause PatternWords::read(std::string_view query, const parse::Ast& ast, const Limits& limits) {
  try {
    switch (ast.pattern) {
      case parse::PatternKind::Regex:
        return regex(query, ast, limits.pattern_words);
      case parse::PatternKind::Fuzzy:
        return fuzzy(query, ast, limits.pattern_words);
      case parse::PatternKind::Wildcard:
        break;
    }
    return phrase(query, {ast, ast.text}, limits);
  } catch (const TooMany& many) {
    refuse(query, ast, many);
  }
}

std::vector<PatternWords::Piece> PatternWords::pieces_of(const std::string& marked, Glued glued) {
  analyzer_.analyze(marked, scratch_, analysis_);
  std::vector<Piece> pieces;
  // Characters of scripts without spaces are no words, but what ICU makes of them is in the vocabulary.
  const bool bigrams = std::any_of(analysis_.tokens.begin(), analysis_.tokens.end(),
                                   [](const Token& token) { return token.kind == TokenKind::Bigram; });
  if (bigrams && glued == Glued::Yes) {
    return {{with_signs(marked), with_signs(analyzer_.fold(marked))}};
  }
  std::size_t done = 0;
  const auto add_words = [&](std::size_t end) {
    if (end > done) {
      pieces.push_back({marked.substr(done, end - done), {}});
    }
  };
  for (const Token& token : analysis_.tokens) {
    std::string pattern = with_signs(analysis_.term(token));
    if (token.kind != TokenKind::Word || pattern.size() == analysis_.term(token).size()) {
      continue;
    }
    add_words(token.span.begin);
    pieces.push_back(
        {with_signs(marked.substr(token.span.begin, token.span.end - token.span.begin)), std::move(pattern)});
    done = token.span.end;
  }
  add_words(marked.size());
  return pieces;
}

Clause PatternWords::phrase(std::string_view query, const Phrase& words, const Limits& limits) {
  const auto& [ast, text] = words;
  Clause clause;
  clause.text = text;
  const std::vector<Piece> pieces =
      pieces_of(with_letters(text), ast.kind == parse::AstKind::Pattern ? Glued::Yes : Glued::No);
  const WordForms::Reading reading = reading_beside_patterns(ast);
  std::vector<std::pair<std::size_t, std::string>> patterns;  // which part, and its pattern
  for (const Piece& piece : pieces) {
    if (!piece.pattern.empty()) {
      BoundWord word;
      word.text = piece.text;
      word.kind = piece.pattern == "*" ? WordKind::Any : WordKind::Pattern;
      patterns.emplace_back(clause.parts.size(), piece.pattern);
      clause.parts.push_back(std::move(word));
      continue;
    }
    Clause plain = forms_.read(piece.text, reading);
    std::move(plain.parts.begin(), plain.parts.end(), std::back_inserter(clause.parts));
  }
  if (std::all_of(clause.parts.begin(), clause.parts.end(),
                  [](const BoundWord& w) { return w.kind == WordKind::Any; })) {
    refuse_empty(query, ast);
  }
  const Place place = clause.is_phrase() ? Place::InPhrase : Place::Alone;
  try {
    for (const auto& [part, pattern] : patterns) {
      if (clause.parts[part].kind == WordKind::Pattern) {
        clause.parts[part] = wildcard(pattern, place, limits);
      }
    }
  } catch (const TooMany& many) {
    refuse(query, ast, many);
  }
  return clause;
}

BoundWord PatternWords::wildcard(const std::string& pattern, Place place, const Limits& limits) {
  const bool in_phrase = place == Place::InPhrase;
  const std::size_t limit = in_phrase ? limits.pattern_words_in_phrase : limits.pattern_words;
  MatchedWords found = Patterns(lexicon_, limit).wildcard(pattern);
  require_few(pattern, found, limit, in_phrase ? " in a phrase" : "");
  return word_of(pattern, std::move(found));
}

/// A word of a script without spaces takes a position for each of its characters.
BoundWord PatternWords::word_of(std::string_view text, MatchedWords found) {
  BoundWord word;
  word.text = text;
  word.kind = WordKind::Pattern;
  word.decision = fmt::format("{} {}", found.count, found.count == 1 ? "word" : "words");
  for (std::string& term : found.words) {
    const std::uint32_t characters = characters_of(term);
    word.forms.push_back({{std::move(term)}, {}, FormKind::Matched, characters});
  }
  return word;
}

/// Of a word of a script without spaces; else 0.
std::uint32_t PatternWords::characters_of(const std::string& term) {
  if (std::ranges::all_of(term, ascii::is_ascii)) {
    return 0;
  }
  analyzer_.analyze(term, scratch_, analysis_);
  return static_cast<std::uint32_t>(std::count_if(analysis_.tokens.begin(), analysis_.tokens.end(),
                                                  [](const Token& token) { return token.kind == TokenKind::Bigram; }));
}

Clause PatternWords::regex(std::string_view query, const parse::Ast& ast, std::size_t limit) {
  const WordRegex regex(ast.text);
  if (!regex.error().empty()) {
    throw parse::QueryError(query, ast.span.begin + 1 + regex.error_byte(),
                            fmt::format("the regular expression cannot be read: {}", regex.error()),
                            "to match a symbol itself, put a backslash before it");
  }
  MatchedWords found = Patterns(lexicon_, limit).regex(regex, analyzer_.fold(regex_beginning(ast.text)));
  const std::string text = "/" + ast.text + "/";
  require_few(text, found, limit);
  return {text, {word_of(text, std::move(found))}};
}

Clause PatternWords::fuzzy(std::string_view query, const parse::Ast& ast, std::size_t limit) {
  analyzer_.analyze(ast.text, scratch_, analysis_);
  const auto is_word = [](const Token& token) { return token.kind == TokenKind::Word; };
  const auto words = std::count_if(analysis_.tokens.begin(), analysis_.tokens.end(), is_word);
  if (words == 0) {
    refuse_empty(query, ast);
  }
  if (words > 1) {
    const bool is_spaced = std::none_of(analysis_.tokens.begin(), analysis_.tokens.end(),
                                        [](const Token& token) { return token.kind == TokenKind::Bigram; });
    refuse_words(query, ast, static_cast<std::size_t>(words), is_spaced ? Script::Spaced : Script::Unspaced);
  }
  const std::string word(analysis_.term(*std::find_if(analysis_.tokens.begin(), analysis_.tokens.end(), is_word)));
  MatchedWords found = Patterns(lexicon_, limit).fuzzy(word, ast.distance);
  const std::string text = fmt::format("{}~{}", ast.text, ast.distance);
  require_few(text, found, limit);
  return {text, {word_of(text, std::move(found))}};
}

}  // namespace nutgraf::bind
