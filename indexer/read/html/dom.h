// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/read/html/element.h"

struct _xmlDoc;
struct _xmlNode;

namespace nutgraf::read::html {

/// Where a node is in its Dom.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFF;

struct Node {
  const _xmlNode* source = nullptr;
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;         // after the last node inside this one
  std::uint32_t length = 0;  // bytes of a Tag::Text
  Tag tag = Tag::Other;
};

struct NodeRange {
  NodeIndex begin = 0;
  NodeIndex end = 0;
};

/// A page as a row of nodes in document order: what a node contains are the nodes from it to its `end`. So everything
/// here is a loop, whatever the depth of the tree.
class Dom {
 public:
  /// `html` is UTF-8, whatever it declares. Nothing is loaded: no network, no entities but HTML's own. Empty where
  /// there is nothing to parse or it is larger than 2 GB.
  explicit Dom(std::string_view html);

  [[nodiscard]] NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes_[index]; }
  /// Characters of a Tag::Text; of a script or style its source; empty for the others.
  [[nodiscard]] std::string_view characters(NodeIndex index) const;
  /// Empty if it has no such attribute.
  [[nodiscard]] std::string_view attribute(NodeIndex index, std::string_view name) const;
  [[nodiscard]] bool has_attribute(NodeIndex index, std::string_view name) const;
  /// The name of an element, in lower case as the parser has it.
  [[nodiscard]] std::string_view name(NodeIndex index) const;
  [[nodiscard]] bool contains(NodeIndex outer, NodeIndex inner) const {
    return outer <= inner && inner < nodes_[outer].end;
  }

 private:
  void append(const _xmlNode& node, NodeIndex parent);
  void fill(const _xmlNode& root);

  std::unique_ptr<_xmlDoc, void (*)(_xmlDoc*)> tree_;
  std::vector<Node> nodes_;
};

}  // namespace nutgraf::read::html
