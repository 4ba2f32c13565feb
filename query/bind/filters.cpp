// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/filters.h"

#include <algorithm>

namespace nutgraf {
namespace {

bool is_one_of(BoundKind kind, std::initializer_list<BoundKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_filter(const BoundNode& node) {
  if (is_one_of(node.kind, {BoundKind::Title, BoundKind::Terms, BoundKind::Range})) {
    return true;
  }
  if (is_one_of(node.kind, {BoundKind::Everything, BoundKind::Nothing})) {
    return node.is_date;
  }
  return is_one_of(node.kind, {BoundKind::And, BoundKind::Or, BoundKind::Not, BoundKind::Best}) &&
         !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), is_filter);
}

void collect(const BoundNode& node, std::vector<BoundNode>& filters) {
  const bool is_top = node.kind == BoundKind::Best || node.kind == BoundKind::And;
  if (!is_top || is_filter(node)) {
    if (is_filter(node)) {
      filters.push_back(node);
      filters.back().role = node.role == Role::Excluded ? Role::Excluded : Role::Filter;
    }
    return;
  }
  for (const BoundNode& child : node.children) {
    if (child.role != Role::Optional || node.kind == BoundKind::And) {
      collect(child, filters);
    }
  }
}

}  // namespace

BoundQuery filters_of(const BoundQuery& query) {
  BoundQuery filters;
  filters.root.kind = BoundKind::Best;
  collect(query.root, filters.root.children);
  return filters;
}

bool has_filters(const BoundQuery& query) {
  return !filters_of(query).root.children.empty();
}

}  // namespace nutgraf
