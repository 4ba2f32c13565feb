// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "query/bind/binder.h"
#include "query/parse/operators.h"
#include "query/parse/query_error.h"

/// The part of the binder that is about places: NEAR, ADJ, NOTNEAR, WITHIN.
namespace nutgraf::bind {
namespace {

std::string typed(std::string_view query, const parse::Ast& ast) {
  return std::string(query.substr(ast.span.begin, ast.span.end - ast.span.begin));
}

/// What has no position in the text and so cannot be near anything, and what to write instead.
std::pair<std::string_view, std::string_view> misplaced(const parse::Ast& ast) {
  switch (ast.kind) {
    case parse::AstKind::And:
      return {"an AND", "write (a NEAR/5 c) AND (b NEAR/5 c) for (a AND b) NEAR/5 c"};
    case parse::AstKind::BestMatch:
    case parse::AstKind::Required:
    case parse::AstKind::Excluded:
      return {"a list of words", "write (a OR b) for any of them, \"a b\" for the phrase"};
    case parse::AstKind::Not:
      return {"a NOT", "write a NOTNEAR/5 b, or a AND NOT b"};
    case parse::AstKind::Field:
      return {"a field", "join it with AND"};
    case parse::AstKind::Within:
      return {"a WITHIN", "write WITHIN sentence (a NEAR/5 b)"};
    case parse::AstKind::Word:
      if (parse::is_lone_star(ast)) {
        return {"every passage", "in a phrase * is any word: \"a * b\""};
      }
      break;
    case parse::AstKind::Pattern:
    case parse::AstKind::Phrase:
    case parse::AstKind::Or:
    case parse::AstKind::Near:
      break;
  }
  return {};
}

void require_places(std::string_view query, const parse::Ast& ast, std::string_view name) {
  const auto [what, advice] = misplaced(ast);
  if (!what.empty()) {
    throw parse::QueryError(
        query, ast.span.begin,
        fmt::format("{} takes words, phrases, patterns, (a OR b) and other NEARs; this is {}", name, what),
        std::string(advice));
  }
  if (ast.kind == parse::AstKind::Or) {
    for (const parse::AstPtr& child : ast.children) {
      require_places(query, *child, name);
    }
  }
}

/// A sentence or paragraph has no fields and contains no article.
void require_text(std::string_view query, const parse::Ast& ast, std::string_view unit) {
  if (ast.kind == parse::AstKind::Field) {
    throw parse::QueryError(query, ast.span.begin, fmt::format("a field cannot be inside a {}", unit),
                            fmt::format("join it with AND: WITHIN {} (...) AND {}:...", unit, ast.field));
  }
  if (ast.kind == parse::AstKind::Within && ast.unit == parse::TextUnit::Article) {
    throw parse::QueryError(query, ast.span.begin, fmt::format("an article cannot be inside a {}", unit),
                            fmt::format("write WITHIN article (WITHIN {} (...) AND ...)", unit));
  }
  for (const parse::AstPtr& child : ast.children) {
    require_text(query, *child, unit);
  }
}

}  // namespace

BoundNode Binder::near(const Input& input, const parse::Ast& ast) {
  NearNode near;
  near.closeness = ast.closeness;
  near.distance = ast.distance;
  near.text = typed(input.text, ast);
  for (const parse::AstPtr& child : ast.children) {
    require_places(input.text, *child, parse::operator_of(ast.closeness).name);
    near.children.push_back(node(input, *child));
  }
  return {std::move(near)};
}

/// Words side by side are all required inside.
BoundNode Binder::within(const Input& input, const parse::Ast& ast) {
  const parse::Ast& inside = *ast.children.front();
  Input all = input;
  all.match = MatchMode::All;
  if (ast.unit == parse::TextUnit::Article) {
    return {WithinArticleNode{typed(input.text, ast), {node(all, inside)}}};
  }
  require_text(input.text, inside, name_of(ast.unit));
  return {WithinNode{ast.unit, typed(input.text, ast), {node(all, inside)}}};
}

BoundNode Binder::in_article(BoundNode root) {
  WithinArticleNode within;
  within.text = "the whole query";
  within.children.push_back(std::move(root));
  return {std::move(within)};
}

}  // namespace nutgraf::bind
