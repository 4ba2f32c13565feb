// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/bound_node.h"

namespace nutgraf::bind {
namespace {

/// `node` is const or not, and so are the children.
template <typename Child, typename Node>
std::span<Child> children_in(Node& node) {
  return std::visit(
      [](auto& payload) -> std::span<Child> {
        if constexpr (requires { payload.children; }) {
          return payload.children;
        }
        return {};
      },
      node.payload);
}

}  // namespace

std::span<const BoundNode> children_of(const BoundNode& node) {
  return children_in<const BoundNode>(node);
}

std::span<BoundNode> children_of(BoundNode& node) {
  return children_in<BoundNode>(node);
}

PositionConditionPtr condition_of(const BoundNode& node) {
  return std::visit(
      [](const auto& payload) -> PositionConditionPtr {
        if constexpr (requires { payload.condition; }) {
          return payload.condition;
        }
        return nullptr;
      },
      node.payload);
}

}  // namespace nutgraf::bind
