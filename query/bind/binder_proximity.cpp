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

/// What stands where only a place in the text can, and what to write instead.
std::pair<std::string_view, std::string_view> misplaced(const parse::Ast& ast) {
  switch (ast.kind) {
    case parse::AstKind::And:
      return {"an AND", "write (a NEAR/5 c) AND (b NEAR/5 c) for (a AND b) NEAR/5 c"};
    case parse::AstKind::Best:
    case parse::AstKind::Required:
    case parse::AstKind::Excluded:
      return {"a row of words", "write (a OR b) for any of them, \"a b\" for the phrase"};
    case parse::AstKind::Not:
      return {"a NOT", "write a NOTNEAR/5 b, or a AND NOT b"};
    case parse::AstKind::Field:
      return {"a field", "join it with AND"};
    case parse::AstKind::Within:
      return {"a WITHIN", "write WITHIN sentence (a NEAR/5 b)"};
    case parse::AstKind::Word:
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

/// A sentence or paragraph has no fields and holds no article.
void require_text(std::string_view query, const parse::Ast& ast, std::string_view unit) {
  if (ast.kind == parse::AstKind::Field) {
    throw parse::QueryError(query, ast.span.begin, fmt::format("a field cannot stand inside a {}", unit),
                            fmt::format("join it with AND: WITHIN {} (...) AND {}:...", unit, ast.field));
  }
  if (ast.kind == parse::AstKind::Within && ast.unit == parse::TextUnit::Article) {
    throw parse::QueryError(query, ast.span.begin, fmt::format("an article cannot stand inside a {}", unit),
                            fmt::format("write WITHIN article (WITHIN {} (...) AND ...)", unit));
  }
  for (const parse::AstPtr& child : ast.children) {
    require_text(query, *child, unit);
  }
}

bool decided_by_places(const BoundNode& node) {
  switch (node.kind) {
    case BoundKind::Near:
      return true;
    case BoundKind::Within:
      return node.text_unit != parse::TextUnit::Article;
    case BoundKind::Unit:
      return std::any_of(node.unit.parts.begin(), node.unit.parts.end(),
                         [](const BoundWord& part) { return part.kind == WordKind::Any; });
    case BoundKind::Everything:
    case BoundKind::Nothing:
    case BoundKind::Title:
    case BoundKind::Terms:
    case BoundKind::Range:
    case BoundKind::And:
    case BoundKind::Or:
    case BoundKind::Not:
    case BoundKind::Best:
      break;
  }
  return false;
}

match::NodeKind kind_of(BoundKind kind) {
  switch (kind) {
    case BoundKind::Everything:
      return match::NodeKind::Everything;
    case BoundKind::Unit:
      return match::NodeKind::Unit;
    case BoundKind::And:
    case BoundKind::Best:
      return match::NodeKind::All;
    case BoundKind::Or:
      return match::NodeKind::Any;
    case BoundKind::Not:
      return match::NodeKind::Not;
    case BoundKind::Near:
      return match::NodeKind::Near;
    case BoundKind::Within:
      return match::NodeKind::Within;
    case BoundKind::Nothing:
    case BoundKind::Title:
    case BoundKind::Terms:
    case BoundKind::Range:
      break;
  }
  return match::NodeKind::Nothing;
}

match::Node node_of(const BoundNode& bound, std::vector<BoundUnit>& units) {
  match::Node node;
  node.kind = kind_of(bound.kind);
  node.sign = bound.role == Role::Excluded ? match::Sign::Excluded : match::Sign::Wanted;
  node.closeness = bound.closeness;
  node.distance = bound.distance;
  node.text_unit = bound.text_unit;
  if (bound.kind == BoundKind::Unit) {
    node.unit = units.size();
    units.push_back(bound.unit);
  }
  for (const BoundNode& child : bound.children) {
    node.children.push_back(node_of(child, units));
  }
  return node;
}

std::shared_ptr<const PositionCondition> position_condition(const BoundNode& root) {
  std::vector<BoundUnit> units;
  match::Node node = node_of(root, units);
  const std::size_t count = units.size();
  return std::make_shared<const PositionCondition>(
      PositionCondition{std::move(units), match::Proximity(std::move(node), count)});
}

}  // namespace

BoundNode Binder::near(const Input& input, const parse::Ast& ast) {
  BoundNode near;
  near.kind = BoundKind::Near;
  near.closeness = ast.closeness;
  near.distance = ast.distance;
  near.text = typed(input.text, ast);
  for (const parse::AstPtr& child : ast.children) {
    require_places(input.text, *child, parse::operator_of(ast.closeness).name);
    near.children.push_back(node(input, *child));
  }
  return near;
}

/// Words side by side are all required inside.
BoundNode Binder::within(const Input& input, const parse::Ast& ast) {
  BoundNode within;
  within.kind = BoundKind::Within;
  within.text_unit = ast.unit;
  within.text = typed(input.text, ast);
  const parse::Ast& inside = *ast.children.front();
  if (ast.unit != parse::TextUnit::Article) {
    require_text(input.text, inside, name_of(ast.unit));
  }
  Input all = input;
  all.match = MatchMode::All;
  within.children.push_back(node(all, inside));
  return within;
}

BoundNode Binder::in_article(BoundNode root) {
  BoundNode within;
  within.kind = BoundKind::Within;
  within.text_unit = parse::TextUnit::Article;
  within.text = "the whole query";
  within.children.push_back(std::move(root));
  return within;
}

void Binder::attach_proximities(BoundNode& node) {
  if (decided_by_places(node)) {
    node.proximity = position_condition(node);
    return;
  }
  for (BoundNode& child : node.children) {
    attach_proximities(child);
  }
}

}  // namespace nutgraf::bind
