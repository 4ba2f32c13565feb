// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/filters.h"

#include <algorithm>
#include <utility>

namespace nutgraf::bind {
namespace {

void collect(const BoundNode& node, std::vector<BoundNode>& filters) {
  if (is_filter(node)) {
    filters.push_back(node);
    filters.back().role = node.role == Role::Excluded ? Role::Excluded : Role::Filter;
    return;
  }
  const bool is_conjunction = is_a<AndNode>(node);
  if (!is_conjunction && !is_a<BestMatchNode>(node)) {
    return;
  }
  for (const BoundNode& child : children_of(node)) {
    if (child.role != Role::Optional || is_conjunction) {
      collect(child, filters);
    }
  }
}

}  // namespace

bool is_filter(const BoundNode& node) {
  return visit_node(
      node, [](const OneOf<TitleNode, TermsNode, RangeNode> auto& /*filter*/) { return true; },
      [](const OneOf<ClauseNode, NearNode, WithinNode, WithinArticleNode> auto& /*ranks*/) { return false; },
      [&node](const OneOf<MatchAll, MatchNone> auto& /*constant*/) { return node.is_date; },
      [](const OneOf<AndNode, OrNode, NotNode, BestMatchNode> auto& group) {
        return !group.children.empty() && std::all_of(group.children.begin(), group.children.end(), is_filter);
      });
}

BoundQuery filters_of(const BoundQuery& query) {
  BestMatchNode filters;
  collect(query.root, filters.children);
  BoundQuery only;
  only.root = {std::move(filters)};
  return only;
}

bool has_filters(const BoundQuery& query) {
  std::vector<BoundNode> filters;
  collect(query.root, filters);
  return !filters.empty();
}

}  // namespace nutgraf::bind
