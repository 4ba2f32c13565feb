// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/blocks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/ascii.h"
#include "core/text/characters.h"

namespace nutgraf::read::html {
namespace {

/// Whether a character of more than one byte is a comma, a full stop or their like. Most letters are told by their
/// first byte.
bool is_stop(std::string_view text, std::size_t at) {
  constexpr std::string_view kLeads = "\xD6\xD8\xDB\xE0\xE1\xEF";  // Armenian, Arabic, India to Ethiopia, wide signs
  constexpr unsigned kStops = chars::kFullStop | chars::kTerminal | chars::kInner;
  return kLeads.find(text[at]) != std::string_view::npos &&
         (CharacterTable::instance().at(text, at).character->flags & kStops) != 0;
}

/// Adds what a run of characters counts to a block; returns its length.
std::uint32_t measure(std::string_view text, Block& block) {
  constexpr unsigned char kDense = 0xE3;  // leads Chinese, Japanese and Korean
  constexpr unsigned char kDenseEnd = 0xEE;
  std::uint32_t length = 0;
  bool in_gap = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (ascii::is_space(c)) {
      length += in_gap ? 0U : 1U;
      in_gap = true;
      continue;
    }
    in_gap = false;
    length += byte < 0x80 ? 1U : byte < 0xC0 ? 0U : byte >= kDense && byte < kDenseEnd ? 2U : 1U;
    // Kana and the stops of Chinese begin with the same byte: no prose lacks it.
    block.stops +=
        c == ',' || c == '.' || c == '!' || c == '?' || c == ';' || byte == kDense || is_stop(text, at) ? 1U : 0U;
  }
  block.length += length;
  return length;
}

bool is_empty(std::string_view text) {
  return std::ranges::all_of(text, ascii::is_space);
}

/// Cuts a page into blocks.
class Cutter {
 public:
  explicit Cutter(const Dom& dom) : dom_(dom), containers_(dom.size()) {}

  std::vector<Block> blocks() && {
    for (NodeIndex i = 0; i < dom_.size();) {
      const NodeIndex behind = end_of_unread(dom_, i);
      if (behind != i) {
        i = behind;
        continue;
      }
      visit(i);
      ++i;
    }
    close();
    return std::move(blocks_);
  }

 private:
  void visit(NodeIndex i) {
    const Node& node = dom_[i];
    const NodeIndex outer = node.parent == kNoNode ? i : containers_[node.parent];
    const bool is_block = role_of(node.tag) == Role::Block;
    containers_[i] = is_block ? i : outer;
    if (is_block || (node.tag == Tag::Br && ++breaks_ > 1)) {
      close();
    } else if (node.tag == Tag::Text) {
      add(i);
    } else if (node.tag == Tag::A) {
      link_end_ = std::max(link_end_, node.end);
    }
  }

  void add(NodeIndex i) {
    const std::string_view text = dom_.characters(i);
    if (is_empty(text)) {
      return;
    }
    if (current_.length > 0 && containers_[i] != current_.container) {
      close();
    }
    if (current_.length == 0) {
      current_.container = containers_[i];
      current_.first = i;
    }
    current_.end = i + 1;
    breaks_ = 0;
    const std::uint32_t length = measure(text, current_);
    current_.link_length += i < link_end_ ? length : 0U;
  }

  void close() {
    if (current_.length > 0) {
      blocks_.push_back(current_);
    }
    current_ = {};
    breaks_ = 0;
  }

  const Dom& dom_;
  std::vector<NodeIndex> containers_;
  std::vector<Block> blocks_;
  Block current_;
  NodeIndex link_end_ = 0;
  int breaks_ = 0;
};

/// `end` is what blocks and line breaks do to the layout.
std::string text_inside(const Dom& dom, NodeIndex node, void (Layout::*end)()) {
  Layout layout;
  for (NodeIndex i = node; i < dom[node].end;) {
    if (is_reading(dom[i].tag)) {
      i = dom[i].end;
      continue;
    }
    if (dom[i].tag == Tag::Text) {
      layout.add(dom.characters(i));
    } else if (role_of(dom[i].tag) != Role::Inline || dom[i].tag == Tag::Br) {
      (layout.*end)();
    }
    ++i;
  }
  return std::move(layout).text();
}

/// A run of characters without the line end that sources have behind a `<br>`.
std::string_view after_break(const Dom& dom, NodeIndex i) {
  const std::string_view text = dom.characters(i);
  const std::size_t end = dom[i - 1].tag == Tag::Br ? text.find_first_not_of(" \t\r") : std::string_view::npos;
  return end != std::string_view::npos && text[end] == '\n' ? text.substr(end + 1) : text;
}

/// Pages may leave out the tags of the body, and the parser puts elements younger than HTML 4 (`article`, `main`) into
/// the head then.
NodeIndex end_of_head(const Dom& dom, NodeIndex head) {
  NodeIndex i = head + 1;
  while (i < dom[head].end && role_of(dom[i].tag) != Role::Block) {
    i = dom[i].end;
  }
  return i;
}

void add_at_blank_lines(std::string_view text, Layout& layout) {
  std::size_t begin = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t next = std::min(text.find_first_not_of(" \t\r", at + 1), text.size());
    if (next < text.size() && text[next] == '\n') {
      layout.add(text.substr(begin, at - begin));
      layout.end_paragraph();
      begin = next;
    }
  }
  layout.add(text.substr(begin));
}

}  // namespace

NodeIndex end_of_unread(const Dom& dom, NodeIndex node) {
  if (dom[node].tag == Tag::Head) {
    return end_of_head(dom, node);
  }
  return role_of(dom[node].tag) == Role::Dropped ? dom[node].end : node;
}

std::vector<Block> blocks_of(const Dom& dom) {
  return Cutter(dom).blocks();
}

void lay_out(const Dom& dom, const Block& block, Layout& layout, SeenLines seen) {
  layout.end_paragraph();
  const bool with_lines = seen == SeenLines::All || dom[block.container].tag == Tag::Pre;
  for (NodeIndex i = block.first; i < block.end;) {
    const NodeIndex behind = end_of_unread(dom, i);
    if (behind != i) {
      i = behind;
      continue;
    }
    if (dom[i].tag == Tag::Text) {
      if (with_lines) {
        layout.add_lines(after_break(dom, i));
      } else if (seen == SeenLines::Blank) {
        add_at_blank_lines(dom.characters(i), layout);
      } else {
        layout.add(dom.characters(i));
      }
    } else if (dom[i].tag == Tag::Br) {
      layout.end_line();
    } else if (role_of(dom[i].tag) == Role::Cell) {
      layout.end_word();
    }
    ++i;
  }
  layout.end_paragraph();
}

std::string text_of(const Dom& dom, const Block& block) {
  Layout layout;
  lay_out(dom, block, layout);
  return std::move(layout).text();
}

bool is_emphasised(const Dom& dom, const Block& block) {
  constexpr auto kTags = std::to_array<Tag>({Tag::B, Tag::Em, Tag::I, Tag::Strong});
  for (NodeIndex i = block.first; i < block.end; ++i) {
    if (dom[i].tag != Tag::Text || ascii::trimmed(dom.characters(i)).empty()) {
      continue;
    }
    NodeIndex around = dom[i].parent;
    while (around != block.container && around != kNoNode && std::ranges::find(kTags, dom[around].tag) == kTags.end()) {
      around = dom[around].parent;
    }
    if (around == block.container || around == kNoNode) {
      return false;
    }
  }
  return true;
}

std::string line_of(const Dom& dom, NodeIndex node) {
  return text_inside(dom, node, &Layout::end_word);
}

std::string lines_of(const Dom& dom, NodeIndex node) {
  return text_inside(dom, node, &Layout::end_line);
}

}  // namespace nutgraf::read::html
