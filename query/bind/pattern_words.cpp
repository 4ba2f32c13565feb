// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/pattern_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "core/base/ascii.h"
#include "core/text/spellings.h"
#include "query/bind/chunks.h"
#include "query/bind/run_pattern.h"
#include "query/bind/stray_sign.h"
#include "query/bind/wildcard_letters.h"
#include "query/parse/pattern.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {

/// A stretch of a text: ordinary words, or one pattern.
struct PatternWords::Piece {
  std::string text;     // ordinary words, or the pattern as typed
  std::string pattern;  // a wildcard is folded; empty = ordinary words
  parse::PatternKind kind = parse::PatternKind::Wildcard;
  std::uint32_t changes = 0;
};

/// How many words a pattern may match.
struct PatternWords::Limit {
  std::size_t words = 0;
  std::string_view place;  // where another limit holds elsewhere: " in a phrase"
};

namespace {

struct TooMany {
  std::string pattern;
  std::size_t count = 0;
  std::string limit;  // "1,000", "300 in a phrase"
};

template <typename Limit>
void require_few(std::string_view pattern, const MatchedWords& found, const Limit& limit) {
  if (found.count > limit.words) {
    throw TooMany{std::string(pattern), found.count, fmt::format("{}{}", fmt::group_digits(limit.words), limit.place)};
  }
}

bool is_whole_pattern(const parse::PatternText& found) {
  return found.is_pattern && found.kind != parse::PatternKind::Wildcard;
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

bool holds_whole_pattern(std::string_view phrase) {
  bool found = false;
  for_each_chunk(phrase, [&found](std::string_view chunk, std::size_t /*at*/) {
    found = found || is_whole_pattern(parse::pattern_in_phrase(chunk));
  });
  return found;
}

bool holds_patterns(std::string_view phrase) {
  return holds_wildcards(phrase) || holds_whole_pattern(phrase);
}

Clause PatternWords::read(std::string_view query, const parse::Ast& ast, const Limits& limits) {
  if (ast.pattern == parse::PatternKind::Wildcard) {
    return phrase(query, {ast, ast.text}, limits);
  }
  try {
    BoundWord word = pattern(query, ast, {limits.pattern_words, {}});
    return {word.text, {std::move(word)}};
  } catch (const TooMany& many) {
    refuse(query, ast, many);
  }
}

BoundWord PatternWords::pattern(std::string_view query, const parse::Ast& ast, const Limit& limit) {
  switch (ast.pattern) {
    case parse::PatternKind::Regex:
      return regex(query, ast, limit);
    case parse::PatternKind::Fuzzy:
      return fuzzy(query, ast, limit);
    case parse::PatternKind::Wildcard:
      break;
  }
  return wildcard(ast.text, limit);
}

std::vector<PatternWords::Piece> PatternWords::pieces_of(std::string_view phrase) {
  std::vector<Piece> pieces;
  std::size_t done = 0;
  for_each_chunk(phrase, [&](std::string_view chunk, std::size_t at) {
    const parse::PatternText found = parse::pattern_in_phrase(chunk);
    std::vector<Piece> here;
    if (is_whole_pattern(found)) {
      here.push_back({std::string(chunk), std::string(found.text), found.kind, found.changes});
    } else if (holds_wildcards(chunk)) {
      here = run_pieces(chunk, Glued::No);
    }
    if (!here.empty()) {
      add_pieces(phrase.substr(done, at - done), Glued::No, pieces);
      std::move(here.begin(), here.end(), std::back_inserter(pieces));
      done = at + chunk.size();
    }
  });
  add_pieces(phrase.substr(done), Glued::No, pieces);
  return pieces;
}

/// Of a chunk of a script without spaces; none of another. Outside of quotes a * inside is any text of a dictionary's
/// word, as in all scripts.
std::vector<PatternWords::Piece> PatternWords::run_pieces(std::string_view chunk, Glued glued) {
  const std::string marked = with_letters(chunk);
  analyzer_.analyze(marked, scratch_, analysis_);
  const std::vector<RunPart> parts = run_parts(marked, analysis_);
  std::vector<Piece> pieces;
  for (const RunPart& part : parts) {
    if (part.inner_star && glued == Glued::Yes) {
      return {};
    }
    if (is_any_character(part)) {
      pieces.push_back({part.inner_star ? "*" : "?", "*"});
    } else {
      add_run(part, pieces);
    }
  }
  return pieces;
}

/// A word that is open at an end is a pattern of the vocabulary. Where the vocabulary has no such word, the dictionary
/// cuts it: the words inside are a phrase, the one at the end is the pattern.
void PatternWords::add_run(const RunPart& part, std::vector<Piece>& pieces) {
  const std::string before = part.open_begin ? "*" : "";
  const std::string after = part.open_end ? "*" : "";
  const auto add = [&](const std::string& text, const std::string& front, const std::string& back) {
    const std::string pattern = front + analyzer_.fold(text) + back;
    pieces.push_back({front + text + back, front.empty() && back.empty() ? std::string() : pattern});
  };
  auto first = part.words.begin();
  auto last = part.words.end();
  const std::string all = std::accumulate(first, last, std::string());
  const std::string whole = before + analyzer_.fold(all) + after;
  const bool is_plain = before.empty() && after.empty();
  if (is_plain || part.words.size() == 1 || Patterns(lexicon_, 1).wildcard(whole).count > 0) {
    add(all, before, after);
    return;
  }
  if (part.open_begin) {
    add(*first++, before, {});
  }
  last -= part.open_end ? 1 : 0;
  if (first < last) {
    add(std::accumulate(first, last, std::string()), {}, {});
  }
  if (part.open_end) {
    add(*last, {}, after);
  }
}

void PatternWords::add_pieces(std::string_view words, Glued glued, std::vector<Piece>& pieces) {
  if (glued == Glued::Yes) {
    pieces = run_pieces(words, glued);
    if (!pieces.empty()) {
      return;
    }
  }
  const std::string marked = with_letters(words);
  analyzer_.analyze(marked, scratch_, analysis_);
  // Characters of scripts without spaces are no words, but what ICU makes of them is in the vocabulary.
  const bool bigrams = std::any_of(analysis_.tokens.begin(), analysis_.tokens.end(),
                                   [](const Token& token) { return token.kind == TokenKind::Bigram; });
  if (bigrams && glued == Glued::Yes) {
    pieces.push_back({with_signs(marked), with_signs(analyzer_.fold(marked))});
    return;
  }
  std::size_t done = 0;
  const auto add_words = [&](std::size_t end) {
    if (end > done) {
      pieces.push_back({marked.substr(done, end - done), {}});
    }
  };
  for (auto token = analysis_.tokens.begin(); token != analysis_.tokens.end(); ++token) {
    std::string pattern = with_signs(analysis_.term(*token));
    if (token->kind != TokenKind::Word || pattern.size() == analysis_.term(*token).size()) {
      continue;
    }
    // #climate* is of tags alone, as #climate is.
    const auto next = std::next(token);
    const bool is_tag = next != analysis_.tokens.end() && next->kind == TokenKind::Variant &&
                        std::string_view("#@.").find(analysis_.term(*next).front()) != std::string_view::npos;
    require_no_sign(marked, token->span, is_tag ? TaggedWord::Yes : TaggedWord::No);
    if (is_tag) {
      pattern = with_signs(analysis_.term(*next));
    }
    add_words(token->span.begin);
    pieces.push_back(
        {with_signs(marked.substr(token->span.begin, token->span.end - token->span.begin)), std::move(pattern)});
    done = token->span.end;
  }
  add_words(marked.size());
}

/// As if it were typed by itself.
parse::Ast PatternWords::as_node(const Piece& piece, std::string_view query, const parse::Ast& phrase) {
  parse::Ast one;
  one.kind = parse::AstKind::Pattern;
  one.pattern = piece.kind;
  one.text = piece.pattern;
  one.distance = piece.changes;
  const std::size_t at = query.find(piece.text, phrase.span.begin);
  one.span.begin = at == std::string_view::npos ? phrase.span.begin : static_cast<std::uint32_t>(at);
  return one;
}

Clause PatternWords::phrase(std::string_view query, const Phrase& words, const Limits& limits) {
  const auto& [ast, text] = words;
  Clause clause;
  clause.text = text;
  std::vector<Piece> pieces;
  try {
    if (ast.kind == parse::AstKind::Pattern) {
      add_pieces(text, Glued::Yes, pieces);
    } else {
      pieces = pieces_of(text);
    }
  } catch (const StraySign& stray) {
    refuse_sign(query, ast, stray);
  }
  const WordForms::Reading reading = reading_beside_patterns(ast);
  std::vector<std::pair<std::size_t, const Piece*>> patterns;  // which part, and its pattern
  for (const Piece& piece : pieces) {
    if (!piece.pattern.empty()) {
      BoundWord word;
      word.text = piece.text;
      word.kind =
          piece.pattern == "*" && piece.kind == parse::PatternKind::Wildcard ? WordKind::Any : WordKind::Pattern;
      patterns.emplace_back(clause.parts.size(), &piece);
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
  const Limit limit =
      clause.is_phrase() ? Limit{limits.pattern_words_in_phrase, " in a phrase"} : Limit{limits.pattern_words, {}};
  try {
    for (const auto& [part, piece] : patterns) {
      if (clause.parts[part].kind == WordKind::Pattern) {
        clause.parts[part] = pattern(query, as_node(*piece, query, ast), limit);
        add_gendered(piece->text, clause.parts[part]);
      }
    }
  } catch (const TooMany& many) {
    refuse(query, ast, many);
  }
  return clause;
}

/// Leser*innen is also the German word that is written so, or otherwise: Leser:innen, LeserInnen.
void PatternWords::add_gendered(const std::string& typed, BoundWord& word) {
  const std::size_t star = typed.find('*');
  if (star == std::string::npos || star == 0 || bytes_to_ending(typed, star) == 0) {
    return;
  }
  const Clause plain = forms_.read(typed.substr(0, star) + typed.substr(star + 1), WordForms::Reading::Phrase);
  if (plain.parts.size() == 1) {
    for (const Form& form : plain.parts.front().forms) {
      if (!form.absent) {
        add_form(word, form);
      }
    }
  }
}

BoundWord PatternWords::wildcard(const std::string& pattern, const Limit& limit) {
  MatchedWords found = Patterns(lexicon_, limit.words).wildcard(pattern);
  require_few(pattern, found, limit);
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

BoundWord PatternWords::regex(std::string_view query, const parse::Ast& ast, const Limit& limit) {
  const WordRegex regex(ast.text);
  if (!regex.error().empty()) {
    throw parse::QueryError(query, ast.span.begin + 1 + regex.error_byte(),
                            fmt::format("the regular expression cannot be read: {}", regex.error()),
                            "to match a symbol itself, put a backslash before it");
  }
  const std::string folded = folded_expression(ast.text);
  MatchedWords found =
      Patterns(lexicon_, limit.words).regex(WordRegex(folded), analyzer_.fold(regex_beginning(folded)));
  const std::string text = "/" + ast.text + "/";
  require_few(text, found, limit);
  return word_of(text, std::move(found));
}

BoundWord PatternWords::fuzzy(std::string_view query, const parse::Ast& ast, const Limit& limit) {
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
  MatchedWords found = Patterns(lexicon_, limit.words).fuzzy(word, ast.distance);
  const std::string text = fmt::format("{}~{}", ast.text, ast.distance);
  require_few(text, found, limit);
  return word_of(text, std::move(found));
}

}  // namespace nutgraf::bind
