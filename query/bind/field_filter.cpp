// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/field_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/base/nearest_name.h"
#include "core/language/names.h"
#include "core/language/nearest_language.h"
#include "core/schema/terms.h"
#include "query/bind/day_filter.h"
#include "query/bind/field_values.h"
#include "query/parse/field_name.h"
#include "query/parse/pattern.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {
namespace {

constexpr std::size_t kMaxValues = 1000;  // that one filter matches

using Reading = WordForms::Reading;

BoundNode day_node(std::string_view query, const parse::Ast& ast, schema::FieldKind kind, const Lexicon& lexicon) {
  const std::optional<DaySpan> days = read_days(kind, ast.text);
  if (!days) {
    throw parse::QueryError(query, ast.value_at, fmt::format("\"{}\" is not a date or range of dates", ast.text),
                            std::string(kDayAdvice));
  }
  if (!days->undated && days->first > days->last) {
    throw parse::QueryError(query, ast.value_at, fmt::format("no day is in \"{}\": it begins after it ends", ast.text),
                            "write the earlier date first");
  }
  return day_filter(*days, lexicon);
}

/// A node of its own kind for the reader of patterns.
parse::Ast pattern_of(const parse::Ast& field) {
  parse::Ast ast;
  ast.kind = field.quoted ? parse::AstKind::Phrase : parse::AstKind::Pattern;
  ast.exactness = field.quoted ? parse::Exactness::AsWritten : parse::Exactness::Classes;
  ast.text = field.text;
  ast.span = field.span;
  return ast;
}

[[noreturn]] void refuse_pattern(std::string_view query, const parse::Ast& ast, std::string_view what) {
  throw parse::QueryError(query, ast.value_at, fmt::format("{}: takes no {}", ast.field, what),
                          fmt::format("wildcards work there: {0}:princip*, {0}:wom?n", ast.field));
}

}  // namespace

std::string filed_value(std::string_view query, const parse::Ast& ast) {
  if (ast.field != "lang") {
    return ast.text;
  }
  std::string code = language::find_language(ast.text);
  if (code.empty()) {
    throw parse::QueryError(query, ast.value_at, fmt::format("\"{}\" is not a language", ast.text),
                            did_you_mean("lang:", language::nearest_language(ast.text)) + std::string(kLanguageAdvice));
  }
  return code;
}

BoundNode FieldFilter::bind(std::string_view query, const parse::Ast& ast) {
  const schema::Field* known = schema::find_field(ast.field);
  if (known == nullptr) {
    throw parse::unknown_field(query, ast.span.begin, ast.field);
  }
  switch (known->kind) {
    case schema::FieldKind::Text:
      return title(query, ast);
    case schema::FieldKind::Keyword:
    case schema::FieldKind::Exact:
      return values(query, ast, *known);
    case schema::FieldKind::Day:
    case schema::FieldKind::After:
    case schema::FieldKind::Before:
      break;
  }
  return day_node(query, ast, known->kind, lexicon_);
}

BoundNode FieldFilter::values(std::string_view query, const parse::Ast& ast, const schema::Field& field) const {
  const FieldValues values(lexicon_, field, ast.field);
  const bool pattern = !ast.quoted && holds_wildcards(field, ast.text);
  if (!pattern && field.prefix == schema::kLanguagePrefix) {
    return {TermsNode{{values.term_of(filed_value(query, ast))}}};
  }
  const auto named = [&] {
    return is_found_by_words(field) ? values.with_words(ast.text, kMaxValues) : values.alike(ast.text, kMaxValues);
  };
  FieldValues::Matched found = pattern ? values.like(ast.text, kMaxValues) : named();
  if (found.count > kMaxValues) {
    throw parse::QueryError(query, ast.value_at,
                            fmt::format("`{}` matches {} values of {}; a filter may match {}", ast.text,
                                        fmt::group_digits(found.count), ast.field, fmt::group_digits(kMaxValues)),
                            "write more letters of it");
  }
  if (found.terms.empty()) {
    found.terms.push_back(values.term_of(ast.text));
  }
  return {TermsNode{std::move(found.terms)}};
}

/// Title terms are folded words: an acronym is looked up without its case.
BoundNode FieldFilter::title(std::string_view query, const parse::Ast& ast) {
  const parse::PatternText found = parse::pattern_in(ast.text);
  if (!ast.quoted && found.is_pattern && found.kind == parse::PatternKind::Fuzzy) {
    refuse_pattern(query, ast, "number of changes");
  }
  if (!ast.quoted && ast.text.size() > 2 && ast.text.starts_with('/') && ast.text.ends_with('/')) {
    refuse_pattern(query, ast, "regular expressions");
  }
  if (ast.quoted && holds_whole_pattern(ast.text)) {
    refuse_pattern(query, ast, "regular expressions and no number of changes");
  }
  const parse::Ast pattern = pattern_of(ast);
  Clause clause = holds_wildcards(ast.text)
                      ? title_patterns_.phrase(query, {pattern, ast.text}, {})
                      : forms_.read(schema::fold_value(ast.text), ast.quoted ? Reading::Phrase : Reading::Chunk);
  const auto is_any = [](const BoundWord& part) { return part.kind == WordKind::Any; };
  if (std::any_of(clause.parts.begin(), clause.parts.end(), is_any)) {
    throw parse::QueryError(query, ast.value_at, "in a title no wildcard stands for a word or character",
                            "write title:(a AND b) for words that need not be side by side");
  }
  if (clause.parts.empty()) {
    throw parse::QueryError(query, ast.value_at,
                            fmt::format("there is no letter or digit in \"{}\" to search for", ast.text));
  }
  for (BoundWord& part : clause.parts) {
    for (Form& form : part.forms) {
      form.absent = false;
      std::transform(form.terms.begin(), form.terms.end(), form.terms.begin(),
                     [](const std::string& term) { return schema::make_term(schema::kTitlePrefix, term); });
    }
  }
  return {TitleNode{std::move(clause)}};
}

}  // namespace nutgraf::bind
