// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/page_text.h"

#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/layout.h"

namespace nutgraf::read::press {
namespace {

using html::NodeIndex;
using html::Role;
using html::Tag;

NodeIndex container_of(const html::Dom& dom, NodeIndex node, NodeIndex root) {
  NodeIndex at = dom[node].parent;
  while (at != root && at != html::kNoNode && html::role_of(dom[at].tag) == Role::Inline) {
    at = dom[at].parent;
  }
  return at;
}

bool is_blank(std::string_view text) {
  constexpr std::string_view kHardBlank = "\xC2\xA0";
  while (!text.empty() && (ascii::is_space(text[0]) || text.starts_with(kHardBlank))) {
    text.remove_prefix(ascii::is_space(text[0]) ? 1 : kHardBlank.size());
  }
  return text.empty();
}

/// Collects the text of a block until it ends.
class Collector {
 public:
  Collector(std::vector<PageBlock>& blocks, const Labeller& label_of) : blocks_(blocks), label_of_(label_of) {}

  void add(NodeIndex node, NodeIndex container, std::string_view characters) {
    if (is_blank(characters)) {
      layout_.add(characters);
      return;
    }
    const int label = label_of_ ? label_of_(node) : 0;
    if (!open_ || container != block_.container || label != block_.label || breaks_ >= 2) {
      finish();
      block_ = {container, node, label, {}};
      open_ = true;
    }
    breaks_ = 0;
    layout_.add(characters);
  }
  void end_line() {
    ++breaks_;
    layout_.end_line();
  }
  void finish() {
    std::string text = std::move(layout_).text();
    layout_ = {};
    breaks_ = 0;
    if (open_ && !text.empty()) {
      block_.text = std::move(text);
      blocks_.push_back(std::move(block_));
    }
    open_ = false;
  }

 private:
  std::vector<PageBlock>& blocks_;
  const Labeller& label_of_;
  PageBlock block_;
  html::Layout layout_;
  int breaks_ = 0;
  bool open_ = false;
};

}  // namespace

std::vector<PageBlock> blocks_inside(const html::Dom& dom, NodeIndex root, const Labeller& label_of) {
  std::vector<PageBlock> blocks;
  Collector collector(blocks, label_of);
  NodeIndex node = root;
  while (node < dom[root].end) {
    if (const NodeIndex behind = html::end_of_unread(dom, node); behind != node) {
      node = behind;
      continue;
    }
    if (dom[node].tag == Tag::Text) {
      collector.add(node, container_of(dom, node, root), dom.characters(node));
    } else if (dom[node].tag == Tag::Br) {
      collector.end_line();
    } else if (node != root && html::role_of(dom[node].tag) != Role::Inline) {
      collector.finish();
    }
    ++node;
  }
  collector.finish();
  return blocks;
}

std::string text_inside(const html::Dom& dom, NodeIndex root) {
  std::string text;
  for (const PageBlock& block : blocks_inside(dom, root)) {
    text.append(text.empty() ? "" : "\n\n").append(block.text);
  }
  return text;
}

bool has_class(const html::Dom& dom, NodeIndex node, std::string_view word) {
  const std::string classes = ascii::lowered(dom.attribute(node, "class"));
  const std::string wanted = ascii::lowered(word);
  for (std::size_t at = classes.find(wanted); at != std::string::npos; at = classes.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || ascii::is_space(classes[at - 1])) && (end == classes.size() || ascii::is_space(classes[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace nutgraf::read::press
