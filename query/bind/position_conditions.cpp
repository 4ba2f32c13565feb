// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/position_conditions.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace nutgraf::bind {
namespace {

using match::NodeKind;

match::Node node_of(const BoundNode& bound, std::vector<Clause>& clauses);

match::Node group(NodeKind kind, std::span<const BoundNode> children, std::vector<Clause>& clauses) {
  match::Node node;
  node.kind = kind;
  for (const BoundNode& child : children) {
    node.children.push_back(node_of(child, clauses));
    node.children.back().sign = child.role == Role::Excluded ? match::Sign::Excluded : match::Sign::Wanted;
  }
  return node;
}

match::Node numbered(const Clause& clause, std::vector<Clause>& clauses) {
  match::Node node;
  node.kind = NodeKind::Clause;
  node.clause = clauses.size();
  clauses.push_back(clause);
  return node;
}

/// Appends the clauses of the node, by which its conditions know them. Fields are not allowed in it.
match::Node node_of(const BoundNode& bound, std::vector<Clause>& clauses) {
  return visit_node(
      bound, [&](const ClauseNode& node) { return numbered(node.clause, clauses); },
      [&](const OneOf<AndNode, BestMatchNode> auto& node) { return group(NodeKind::All, node.children, clauses); },
      [&](const OrNode& node) { return group(NodeKind::Any, node.children, clauses); },
      [&](const NotNode& node) { return group(NodeKind::Not, node.children, clauses); },
      [&](const NearNode& node) {
        match::Node near = group(NodeKind::Near, node.children, clauses);
        near.closeness = node.closeness;
        near.distance = node.distance;
        return near;
      },
      [&](const WithinNode& node) {
        match::Node within = group(NodeKind::Within, node.children, clauses);
        within.text_unit = node.text_unit;
        return within;
      },
      [&](const MatchAll& /*node*/) { return group(NodeKind::MatchAll, {}, clauses); },
      [&](const OneOf<MatchNone, TitleNode, TermsNode, RangeNode, WithinArticleNode> auto& /*node*/) {
        return group(NodeKind::MatchNone, {}, clauses);
      });
}

PositionConditionPtr condition_for(const BoundNode& root) {
  std::vector<Clause> clauses;
  match::Node node = node_of(root, clauses);
  const std::size_t count = clauses.size();
  return std::make_shared<const PositionCondition>(
      PositionCondition{std::move(clauses), match::Proximity(std::move(node), count)});
}

/// Where a part is any word, or takes more positions than it has terms with another part behind it, the terms alone do
/// not say what stands side by side.
bool has_open_places(const Clause& clause) {
  const auto is_any = [](const BoundWord& part) { return part.kind == WordKind::Any; };
  const auto is_longer = [](const Form& form) { return form.positions() != form.terms.size(); };
  return clause.is_phrase() && (std::any_of(clause.parts.begin(), clause.parts.end(), is_any) ||
                                std::any_of(clause.parts.begin(), clause.parts.end() - 1, [&](const BoundWord& part) {
                                  return std::any_of(part.forms.begin(), part.forms.end(), is_longer);
                                }));
}

bool needs_condition(const BoundNode& node) {
  const Clause* const clause = clause_of(node);
  return is_a<NearNode>(node) || is_a<WithinNode>(node) || (clause != nullptr && has_open_places(*clause));
}

}  // namespace

void attach_conditions(BoundNode& node) {
  if (!needs_condition(node)) {
    for (BoundNode& child : children_of(node)) {
      attach_conditions(child);
    }
    return;
  }
  PositionConditionPtr condition = condition_for(node);
  std::visit(
      [&condition](auto& payload) {
        if constexpr (requires { payload.condition; }) {
          payload.condition = std::move(condition);
        }
      },
      node.payload);
}

}  // namespace nutgraf::bind
