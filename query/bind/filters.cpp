// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/filters.h"

#include <algorithm>

namespace nutgraf::bind {
namespace {

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

bool is_filter(const BoundNode& node) {
  switch (node.kind) {
    case BoundKind::Title:
    case BoundKind::Terms:
    case BoundKind::Range:
      return true;
    case BoundKind::Unit:
    case BoundKind::Near:
    case BoundKind::Within:
      return false;
    case BoundKind::Everything:
    case BoundKind::Nothing:
      return node.is_date;
    case BoundKind::And:
    case BoundKind::Or:
    case BoundKind::Not:
    case BoundKind::Best:
      return !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), is_filter);
  }
  return false;
}

BoundQuery filters_of(const BoundQuery& query) {
  BoundQuery filters;
  filters.root.kind = BoundKind::Best;
  collect(query.root, filters.root.children);
  return filters;
}

bool has_filters(const BoundQuery& query) {
  return !filters_of(query).root.children.empty();
}

}  // namespace nutgraf::bind
