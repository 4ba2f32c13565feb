// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/unknown_value.h"

#include "core/language/names.h"
#include "core/schema/terms.h"

namespace nutgraf::bind {
namespace {

bool has_value(const Lexicon& lexicon, const schema::Field& field, const parse::Ast& ast) {
  const FieldValues values(lexicon, field, ast.field);
  if (!ast.quoted && holds_wildcards(field, ast.text)) {
    return values.like(ast.text, 1).count > 0;
  }
  if (field.prefix == schema::kAuthorPrefix) {
    return values.with_words(ast.text, 1).count > 0;
  }
  if (field.prefix == schema::kLanguagePrefix) {
    return lexicon.has_term(values.term_of(language::find_language(ast.text)));
  }
  return values.alike(ast.text, 1).count > 0;
}

void visit(const Lexicon& lexicon, const parse::Ast& ast, std::vector<UnknownValue>& found) {
  for (const parse::AstPtr& child : ast.children) {
    visit(lexicon, *child, found);
  }
  const schema::Field* field = ast.kind == parse::AstKind::Field ? schema::find_field(ast.field) : nullptr;
  const bool keyword = field != nullptr && field->kind == schema::FieldKind::Keyword;
  const bool exact = field != nullptr && field->kind == schema::FieldKind::Exact;
  if ((!keyword && !exact) || has_value(lexicon, *field, ast)) {
    return;
  }
  // There are as many ids and addresses as articles, and one is hardly meant for another.
  FieldValues::Nearest nearest =
      keyword ? FieldValues(lexicon, *field, ast.field).nearest(ast.text) : FieldValues::Nearest{};
  found.push_back({ast.field, ast.text, std::move(nearest)});
  const FieldValues values(lexicon, *field, ast.field);
  found.back().no_field = field->prefix == schema::kMetaPrefix && !values.has_any();
  found.back().nearest_field = found.back().no_field ? values.nearest_name() : std::string();
}

}  // namespace

std::vector<UnknownValue> unknown_values(const Lexicon& lexicon, const parse::Ast& ast) {
  std::vector<UnknownValue> found;
  visit(lexicon, ast, found);
  return found;
}

}  // namespace nutgraf::bind
