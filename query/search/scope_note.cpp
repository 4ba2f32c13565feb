// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/scope_note.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/search/article_join.h"
#include "query/search/matching.h"

namespace nutgraf {
namespace {

struct Operands {
  std::size_t wanted = 0;  // all of which must hold
  std::size_t unwanted = 0;
};

bool is_filter(const BoundNode& node) {
  return node.role == Role::Filter || node.kind == BoundKind::Title || node.kind == BoundKind::Terms ||
         node.kind == BoundKind::Range;
}

/// Of the query itself: options that filter stand around it.
Operands operands_of(const BoundNode& node) {
  Operands operands;
  for (const BoundNode& child : node.children) {
    const bool unwanted = child.role == Role::Excluded || child.kind == BoundKind::Not;
    const bool must = node.kind == BoundKind::And || child.role == Role::Required;
    operands.unwanted += unwanted ? 1U : 0U;
    operands.wanted += must && !unwanted && !is_filter(child) ? 1U : 0U;
  }
  return operands;
}

const BoundNode& without_options(const BoundNode& root) {
  const bool around = root.kind == BoundKind::Best && !root.children.empty() &&
                      root.children.front().role == Role::Required && root.children.front().kind != BoundKind::Unit &&
                      std::all_of(root.children.begin() + 1, root.children.end(),
                                  [](const BoundNode& child) { return child.role == Role::Filter; });
  return around ? root.children.front() : root;
}

}  // namespace

std::string scope_note(const Plan& plan) {
  const BoundNode& query = without_options(plan.bound.root);
  if (plan.request.scope == Scope::Article || (query.kind != BoundKind::And && query.kind != BoundKind::Best)) {
    return {};
  }
  const Operands operands = operands_of(query);
  if (operands.wanted < 2) {
    return {};
  }
  const ArticleSet whole = articles_meeting(plan.shards, plan.bound.root);
  if (whole.sense() == ArticleSet::Sense::AllButThese) {
    return {};  // (NOT a OR b) AND (NOT c OR d): about what is missing
  }
  const std::uint64_t articles = articles_of_matches(plan.shards, plan.query).size();
  const std::string how = operands.unwanted > 0  ? "where it holds of the whole article"
                          : operands.wanted == 2 ? "with both somewhere in the article"
                                                 : fmt::format("with all {} somewhere in the article", operands.wanted);
  return fmt::format("{} {}; {} {}: --scope article", fmt::group_digits(articles),
                     articles == 1 ? "article" : "articles", fmt::group_digits(whole.size()), how);
}

}  // namespace nutgraf
