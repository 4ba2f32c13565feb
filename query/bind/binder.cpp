// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/binder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>
#include <variant>

#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/bind/field_values.h"
#include "query/bind/filters.h"
#include "query/bind/position_conditions.h"
#include "query/bind/possible_days.h"
#include "query/bind/ranked_words.h"
#include "query/parse/pattern.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {
namespace {

using Reading = WordForms::Reading;

// Longer texts are pasted articles: nobody means them as one phrase.
constexpr std::size_t kMaxWholeParts = 64;
constexpr std::size_t kMaxWholePositions = 256;

BoundNode clause_node(Clause clause) {
  return {ClauseNode{std::move(clause)}};
}

/// What --match phrase puts between quotes.
bool joins_run(const parse::Ast& ast) {
  return ast.kind == parse::AstKind::Word || ast.kind == parse::AstKind::Pattern;
}

/// A pattern with the signs that its node is without.
std::string typed_text(const parse::Ast& ast) {
  if (ast.kind != parse::AstKind::Pattern || ast.pattern == parse::PatternKind::Wildcard) {
    return ast.text;
  }
  return ast.pattern == parse::PatternKind::Regex ? fmt::format("/{}/", ast.text)
                                                  : fmt::format("{}~{}", ast.text, ast.distance);
}

/// =princip* is a pattern like any other; a lone * is a stray sign.
bool is_pattern(const parse::Ast& ast) {
  return ast.exactness == parse::Exactness::AsWritten && parse::pattern_in_phrase(ast.text).is_pattern;
}

/// A * by itself: every passage.
bool is_match_all(const Binder::Input& input, const parse::Ast& ast) {
  return input.syntax == Syntax::Full && parse::is_lone_star(ast);
}

bool is_bare_word(const parse::Ast& ast) {
  return ast.kind == parse::AstKind::Word && !is_pattern(ast);
}

void append_words(const parse::Ast& ast, std::string& words) {
  if (ast.kind == parse::AstKind::Word || ast.kind == parse::AstKind::Phrase) {
    words += words.empty() ? "" : " ";
    words += ast.text;
  }
  for (const parse::AstPtr& child : ast.children) {
    append_words(*child, words);
  }
}

/// Those that every passage found must have.
void append_languages(std::string_view query, const parse::Ast& ast, std::vector<std::string>& languages) {
  if (ast.kind == parse::AstKind::Field && ast.field == "lang" && (ast.quoted || !holds_wildcards(ast.text))) {
    languages.push_back(filed_value(query, ast));
  }
  if (ast.kind == parse::AstKind::BestMatch || ast.kind == parse::AstKind::And ||
      ast.kind == parse::AstKind::Required) {
    for (const parse::AstPtr& child : ast.children) {
      append_languages(query, *child, languages);
    }
  }
}

}  // namespace

BoundQuery Binder::bind(const Input& input) {
  require_possible_days(input.text, input.ast);
  std::string words;
  append_words(input.ast, words);
  std::vector<std::string> languages = input.languages;
  append_languages(input.text, input.ast, languages);
  forms_.look_at(words, languages, input.elision);
  BoundQuery query;
  query.root = falls_into_words(input, input.ast) ? best(input, input.ast) : node(input, input.ast);
  if (is_a<BestMatchNode>(query.root) && children_of(query.root).empty()) {
    if (std::ranges::any_of(input.ast.children, [&](const auto& child) { return is_match_all(input, *child); })) {
      query.root = {MatchAll{}};
      return query;
    }
    throw parse::QueryError(input.text, input.ast.span.begin, "there is no word in this query",
                            "give a letter or digit to search for");
  }
  if (input.scope == Scope::Article) {
    query.root = in_article(std::move(query.root));
  }
  attach_conditions(query.root);
  collect_ranked(query);
  if (languages.empty()) {
    const std::vector<LanguageCount>& known = lexicon_.contract().languages;
    std::transform(known.begin(), known.end(), std::back_inserter(languages),
                   [](const LanguageCount& l) { return l.language; });
  }
  mark_function_words(query, languages);
  query.full_phrase = full_phrase(input);
  return query;
}

BoundNode Binder::node(const Input& input, const parse::Ast& ast) {
  switch (ast.kind) {
    case parse::AstKind::Word:
    case parse::AstKind::Phrase:
      return text(input, ast);
    case parse::AstKind::Field:
      return fields_.bind(input.text, ast);
    case parse::AstKind::And:
      return {AndNode{children(input, ast)}};
    case parse::AstKind::Or:
      return {OrNode{children(input, ast)}};
    case parse::AstKind::Not:
      return {NotNode{children(input, ast)}};
    case parse::AstKind::BestMatch:
      return best(input, ast);
    case parse::AstKind::Required:
    case parse::AstKind::Excluded:
      return node(input, *ast.children.front());
    case parse::AstKind::Pattern:
      return clause_node(patterns_.read(input.text, ast, input.limits));
    case parse::AstKind::Near:
      return near(input, ast);
    case parse::AstKind::Within:
      return within(input, ast);
  }
  return {};
}

BoundNode Binder::text(const Input& input, const parse::Ast& ast) {
  if (is_match_all(input, ast)) {
    return {MatchAll{}};
  }
  const bool patterns = ast.kind == parse::AstKind::Phrase ? holds_patterns(ast.text) : is_pattern(ast);
  if (input.syntax == Syntax::Full && patterns) {
    return clause_node(patterns_.phrase(input.text, {ast, ast.text}, input.limits));
  }
  Clause clause = forms_.read(ast.text, reading_of(ast));
  if (clause.parts.empty()) {
    throw parse::QueryError(input.text, ast.span.begin,
                            fmt::format("there is no letter or digit in \"{}\" to search for", ast.text));
  }
  return clause_node(std::move(clause));
}

std::vector<BoundNode> Binder::children(const Input& input, const parse::Ast& ast) {
  std::vector<BoundNode> children;
  for (const parse::AstPtr& child : ast.children) {
    children.push_back(node(input, *child));
  }
  return children;
}

BoundNode Binder::best(const Input& input, const parse::Ast& ast) {
  BestMatchNode best;
  if (input.match == MatchMode::Phrase) {
    if (std::optional<BoundNode> run = run_as_phrase(input, ast)) {
      best.children.push_back(std::move(*run));
    }
  }
  if (ast.kind == parse::AstKind::Word) {
    add_words(input, ast, best.children);
  }
  for (const parse::AstPtr& child : ast.children) {
    if (input.match == MatchMode::Phrase && joins_run(*child)) {
      continue;
    }
    if (is_bare_word(*child)) {
      add_words(input, *child, best.children);
    } else {
      best.children.push_back(best_child(input, *child));
    }
  }
  return {std::move(best)};
}

/// With its role. WITHIN article among bare words is required, as fields are.
BoundNode Binder::best_child(const Input& input, const parse::Ast& ast) {
  BoundNode bound = ast.kind == parse::AstKind::Not ? node(input, *ast.children.front()) : node(input, ast);
  if (ast.kind == parse::AstKind::Not || ast.kind == parse::AstKind::Excluded) {
    bound.role = Role::Excluded;
  } else if (ast.kind == parse::AstKind::Required || is_a<WithinArticleNode>(bound)) {
    bound.role = Role::Required;
  } else if (is_filter(bound)) {
    bound.role = Role::Filter;
  } else {
    bound.role = input.match == MatchMode::Any ? Role::Optional : Role::Required;
  }
  return bound;
}

/// Words side by side; signs alone are ignored.
void Binder::add_words(const Input& input, const parse::Ast& ast, std::vector<BoundNode>& children) {
  const Role role = input.match == MatchMode::All ? Role::Required : Role::Optional;
  const auto add = [&](Clause clause) { children.push_back({ClauseNode{std::move(clause)}, role}); };
  if (falls_into_words(input, ast)) {
    for (Clause& word : forms_.read_words(ast.text)) {
      add(std::move(word));
    }
    return;
  }
  Clause clause = forms_.read(ast.text, reading_of(ast));
  if (clause.parts.empty()) {
    return;
  }
  add(std::move(clause));
  if (input.syntax == Syntax::Plain && input.match == MatchMode::Any) {
    for (Clause& part : forms_.read_parts(ast.text)) {
      add(std::move(part));
    }
  }
}

/// Long runs do, and where the text has no syntax all runs and whatever is glued; a hyphenated word stays one: x-ray.
bool Binder::falls_into_words(const Input& input, const parse::Ast& ast) {
  if (ast.kind != parse::AstKind::Word || ast.exactness == parse::Exactness::AsWritten ||
      input.match == MatchMode::Phrase) {
    return false;
  }
  if (forms_.is_long_run(ast.text)) {
    return true;
  }
  if (input.syntax != Syntax::Plain) {
    return false;
  }
  const Clause whole = forms_.read(ast.text, Reading::Chunk);
  const bool is_run = !whole.parts.empty() && !whole.parts.front().ranked_by.empty();
  return whole.is_phrase() || (is_run && forms_.read_words(ast.text).size() > 1);
}

/// The words and phrases side by side as one phrase; none where only one of them would be in it.
Clause Binder::full_phrase(const Input& input) {
  if (input.match == MatchMode::Phrase) {
    return {};
  }
  std::string words;
  std::size_t clauses = 0;
  const auto add = [&](const parse::Ast& ast) {
    clauses += falls_into_words(input, ast) ? 2U : 1U;
    words += words.empty() ? "" : " ";
    words += ast.text;
  };
  if (input.ast.kind == parse::AstKind::Word) {
    add(input.ast);
  } else if (input.ast.kind != parse::AstKind::BestMatch) {
    return {};
  }
  for (const parse::AstPtr& child : input.ast.children) {
    const parse::Ast& item = child->kind == parse::AstKind::Required ? *child->children.front() : *child;
    const bool pattern =
        input.syntax == Syntax::Full && item.kind == parse::AstKind::Phrase && holds_patterns(item.text);
    if (!pattern && (item.kind == parse::AstKind::Word || item.kind == parse::AstKind::Phrase)) {
      add(item);
    } else if (item.kind != parse::AstKind::Field && item.kind != parse::AstKind::Excluded &&
               item.kind != parse::AstKind::Not) {
      return {};
    }
  }
  Clause whole = clauses < 2 ? Clause{} : forms_.read(words, Reading::Whole);
  const auto positions = std::accumulate(whole.parts.begin(), whole.parts.end(), std::size_t{0},
                                         [](std::size_t sum, const BoundWord& part) {
                                           return sum + (part.forms.empty() ? 1 : part.forms.front().positions());
                                         });
  return whole.parts.size() > kMaxWholeParts || positions > kMaxWholePositions ? Clause{} : whole;
}

/// --match phrase: the bare words as if they were between quotes; nothing where there are none.
std::optional<BoundNode> Binder::run_as_phrase(const Input& input, const parse::Ast& ast) {
  std::string words;
  for (const parse::AstPtr& child : ast.children) {
    if (joins_run(*child)) {
      words += words.empty() ? "" : " ";
      words += typed_text(*child);
    }
  }
  const bool patterns = input.syntax == Syntax::Full && holds_patterns(words);
  Clause clause =
      patterns ? patterns_.phrase(input.text, {ast, words}, input.limits) : forms_.read(words, Reading::Phrase);
  if (clause.parts.empty()) {
    return std::nullopt;
  }
  return BoundNode{ClauseNode{std::move(clause)}, Role::Required};
}

BoundNode Binder::filter(const Filter& filter) {
  if (const auto* const days = std::get_if<DaySpan>(&filter.demand)) {
    return day_filter(*days, lexicon_);
  }
  try {
    const parse::Ast ast = field_of(std::get<FieldValue>(filter.demand));
    return fields_.bind(ast.text, ast);
  } catch (const parse::QueryError& e) {
    throw Failure(ExitCode::Usage, fmt::format("{}: {}", filter.typed, e.what()), e.advice());
  }
}

parse::Ast Binder::field_of(const FieldValue& demand) {
  parse::Ast ast;
  ast.kind = parse::AstKind::Field;
  ast.field = demand.name;
  ast.text = demand.value;
  // Blanks are part of it, as in quotes.
  ast.quoted = !holds_wildcards(*demand.field, demand.value);
  return ast;
}

void Binder::restrict(BoundQuery& query, BoundNode filter) {
  if (!is_a<BestMatchNode>(query.root)) {
    query.root.role = Role::Required;
    BestMatchNode around;
    around.children.push_back(std::move(query.root));
    query.root = {std::move(around)};
  }
  query.has_date_filter = query.has_date_filter || filter.is_date;
  filter.role = Role::Filter;
  std::get<BestMatchNode>(query.root.payload).children.push_back(std::move(filter));
}

}  // namespace nutgraf::bind
