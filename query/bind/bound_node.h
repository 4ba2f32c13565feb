// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "query/bind/bound_word.h"
#include "query/match/article_set.h"
#include "query/match/proximity.h"
#include "query/parse/ast.h"

/// The tree of a bound query. Every kind of node is a type of its own, and `visit_node` does not compile where a kind
/// is left out.
namespace nutgraf::bind {

struct BoundNode;

/// What positions decide: operators over these clauses, by their index.
struct PositionCondition {
  std::vector<Clause> clauses;
  match::Proximity tree;
};
using PositionConditionPtr = std::shared_ptr<const PositionCondition>;

struct MatchNone {};  // no passage
struct MatchAll {};   // every passage

/// Ranks.
struct ClauseNode {
  Clause clause;
  PositionConditionPtr condition = nullptr;  // of a phrase with a lone *; else none
};

/// Terms of titles; only filters.
struct TitleNode {
  Clause clause;
};

/// Any of these terms; only filters.
struct TermsNode {
  std::vector<std::string> terms;
};

/// low <= value of slot Date <= high; only filters.
struct RangeNode {
  std::string low;
  std::string high;
};

struct AndNode {
  std::vector<BoundNode> children;
};

struct OrNode {
  std::vector<BoundNode> children;
};

struct NotNode {
  std::vector<BoundNode> children;  // one
};

/// Side by side: each child counts by its role.
struct BestMatchNode {
  std::vector<BoundNode> children;
};

/// NEAR, ADJ, NOTNEAR.
struct NearNode {
  parse::Closeness closeness = parse::Closeness::Near;
  std::uint32_t distance = 0;       // in positions
  std::string text;                 // as typed
  std::vector<BoundNode> children;  // two: clauses, ORs of operands or NEARs
  PositionConditionPtr condition = nullptr;
};

/// WITHIN sentence and WITHIN paragraph.
struct WithinNode {
  parse::TextUnit text_unit = parse::TextUnit::Sentence;  // never Article
  std::string text;                                       // as typed
  std::vector<BoundNode> children;                        // one
  PositionConditionPtr condition = nullptr;
};

/// WITHIN article.
struct WithinArticleNode {
  std::string text;                                             // as typed
  std::vector<BoundNode> children;                              // one
  std::shared_ptr<const match::ArticleSet> articles = nullptr;  // none until they are found
};

/// A passage by its article's id and its ordinal; without one, all of the article.
struct NamedPassage {
  std::string id;
  std::optional<std::uint32_t> ordinal;
};
using PassageNames = std::vector<NamedPassage>;

enum class Role : std::uint8_t { Optional, Required, Excluded, Filter };  // of a child of BestMatch

struct BoundNode {
  using Payload = std::variant<MatchNone, MatchAll, ClauseNode, TitleNode, TermsNode, RangeNode, AndNode, OrNode,
                               NotNode, BestMatchNode, NearNode, WithinNode, WithinArticleNode>;
  Payload payload = MatchNone{};
  Role role = Role::Optional;
  bool is_date = false;                                 // made from date:, after:, before:
  std::shared_ptr<const PassageNames> named = nullptr;  // the passages that meet it, where a shard is remote; else none
};

/// One of these kinds of node: `const OneOf<AndNode, OrNode> auto& group`.
template <typename Node, typename... Kinds>
concept OneOf = (std::same_as<Node, Kinds> || ...);

template <typename... Cases>
struct NodeCases : Cases... {
  using Cases::operator()...;
};

/// Calls the case for the kind of the node.
template <typename... Cases>
decltype(auto) visit_node(const BoundNode& node, Cases... cases) {
  return std::visit(NodeCases<Cases...>{std::move(cases)...}, node.payload);
}

template <typename Kind>
[[nodiscard]] bool is_a(const BoundNode& node) {
  return std::holds_alternative<Kind>(node.payload);
}

/// Null for any other kind.
template <typename Kind>
[[nodiscard]] const Kind* as(const BoundNode& node) {
  return std::get_if<Kind>(&node.payload);
}

/// None of a leaf.
[[nodiscard]] std::span<const BoundNode> children_of(const BoundNode& node);
[[nodiscard]] std::span<BoundNode> children_of(BoundNode& node);

/// What positions decide about the node; none where its postings do.
[[nodiscard]] PositionConditionPtr condition_of(const BoundNode& node);

/// Null where the node is no clause.
[[nodiscard]] inline const Clause* clause_of(const BoundNode& node) {
  const auto* const found = as<ClauseNode>(node);
  return found == nullptr ? nullptr : &found->clause;
}

}  // namespace nutgraf::bind
