// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/main_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <ranges>

#include "core/base/ascii.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/notice.h"

namespace nutgraf::read::html {
namespace {

/// Whether a block breaks off, as the first words of another article do where they are offered.
bool breaks_off(const Dom& dom, const Block& block) {
  const std::string_view last = ascii::trimmed(dom.characters(block.end - 1));
  return last.ends_with("…") || last.ends_with("[…]") || last.ends_with("...") || last.ends_with("[...]");
}

/// How much of a block is sentences.
std::uint32_t prose_of(const Dom& dom, const Block& block) {
  constexpr std::uint32_t kShort = 40;
  constexpr std::uint32_t kSurelyLong = 120;
  const bool linked = block.link_length * 2 > block.length;
  const bool is_prose = block.length >= kShort && !linked && (block.stops > 0 || block.length > kSurelyLong);
  return is_prose && !breaks_off(dom, block) ? block.length - block.link_length : 0;
}

bool is_list_of_links(const Block& block) {
  return block.link_length * 3 > block.length * 2;
}

bool is_heading(Tag tag) {
  return tag >= Tag::H1 && tag <= Tag::H6;
}

/// Finds the element that the text is in.
class Search {
 public:
  explicit Search(const Dom& dom) : dom_(dom), blocks_(blocks_of(dom)), labels_(dom.size()) {
    for (NodeIndex i = 0; i < dom.size(); ++i) {
      labels_[i] = label_of(dom, i);
    }
    drop(Trust::Classes);
    const std::uint32_t whole = whole_;
    if (sums_.back() * 4 < whole) {
      drop(Trust::Tags);
    }
  }

  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  [[nodiscard]] std::uint32_t prose(NodeIndex i) const { return sums_[dom_[i].end] - sums_[i]; }
  /// Why a node was left out; None where it was not.
  [[nodiscard]] Label dropped(NodeIndex i) const { return dropped_[i]; }

  /// Whether `node` is part of a caption inside `limit`.
  [[nodiscard]] bool is_caption(NodeIndex node, NodeIndex limit) const {
    while (node != limit && node != kNoNode && labels_[node] != Label::Caption) {
      node = dom_[node].parent;
    }
    return node != limit && node != kNoNode;
  }

  [[nodiscard]] NodeIndex find() const {
    const NodeIndex narrow = descend(0);
    const NodeIndex labelled = best_labelled(narrow);
    return labelled != kNoNode ? labelled : narrow;
  }

 private:
  enum class Trust : std::uint8_t { Classes, Tags };

  void sum_up() {
    sums_.assign(dom_.size() + 1, 0);
    for (const Block& block : blocks_) {
      sums_[block.first + 1] += dropped_[block.first] == Label::None ? prose_of(dom_, block) : 0;
    }
    for (std::size_t i = 1; i < sums_.size(); ++i) {
      sums_[i] += sums_[i - 1];
    }
  }

  /// Most of a page's sentences are no furniture, whatever they are called.
  [[nodiscard]] bool is_dropped(NodeIndex i, Trust trust) const {
    const std::uint32_t whole = sums_.back();
    constexpr std::uint32_t kArticle = 200;
    switch (labels_[i]) {
      case Label::Teaser:
      case Label::Furniture:
        return prose(i) * 5 < whole * 2 && (trust == Trust::Classes || dom_[i].tag == Tag::Nav);
      case Label::Hidden:
        return prose(i) * 2 < whole && trust == Trust::Classes;
      case Label::Comments:
        return whole - prose(i) > kArticle || (prose(i) * 10 < whole * 9);
      case Label::None:
      case Label::Caption:
      case Label::Body:
      case Label::Entry:
        break;
    }
    return false;
  }

  void drop(Trust trust) {
    dropped_.assign(dom_.size(), Label::None);
    sum_up();
    whole_ = sums_.back();
    for (NodeIndex i = 0; i < dom_.size();) {
      if (!is_dropped(i, trust)) {
        ++i;
        continue;
      }
      if (labels_[i] == Label::Comments) {
        whole_ -= prose(i);
      }
      const Label why = labels_[i];
      for (const NodeIndex end = dom_[i].end; i < end; ++i) {
        dropped_[i] = why;
      }
    }
    sum_up();
  }

  /// The innermost element that has most of the prose of each one around it.
  [[nodiscard]] NodeIndex descend(NodeIndex node) const {
    for (NodeIndex i = node + 1; i < dom_[node].end;) {
      if (dom_[i].tag != Tag::Text && dom_[i].tag != Tag::P && prose(i) * 4 >= prose(node) * 3 && prose(i) > 0) {
        node = i;
        i = node + 1;
      } else {
        i = dom_[i].end;
      }
    }
    return node;
  }

  [[nodiscard]] NodeIndex best_labelled(NodeIndex narrow) const {
    for (const Label wanted : {Label::Body, Label::Entry}) {
      NodeIndex best = kNoNode;
      for (NodeIndex i = 0; i < dom_.size(); ++i) {
        if (labels_[i] == wanted && dropped_[i] == Label::None && (best == kNoNode || prose(i) > prose(best))) {
          best = i;
        }
      }
      if (best != kNoNode && prose(best) * 2 >= prose(narrow) && prose(best) > 0) {
        return descend_labelled(best, wanted);
      }
    }
    return kNoNode;
  }

  /// An element of the same label inside that has nearly all of it.
  [[nodiscard]] NodeIndex descend_labelled(NodeIndex node, Label wanted) const {
    NodeIndex best = node;
    for (NodeIndex i = node + 1; i < dom_[node].end; ++i) {
      if (labels_[i] == wanted && prose(i) * 10 >= prose(node) * 9) {
        best = i;
      }
    }
    return best;
  }

  const Dom& dom_;
  std::vector<Block> blocks_;
  std::vector<Label> labels_;
  std::vector<Label> dropped_;
  std::vector<std::uint32_t> sums_;
  std::uint32_t whole_ = 0;  // prose of the page without its readers' comments
};

/// A block of the element that the text is in.
struct Piece {
  Block block;
  std::string text;
  Label label = Label::None;
  std::uint32_t prose = 0;
};

/// Chooses among the blocks of the element that the text is in.
class Choice {
 public:
  Choice(const Dom& dom, const Search& search, NodeIndex node) : dom_(dom) {
    const std::vector<Block>& blocks = search.blocks();
    const auto begin = std::ranges::find_if(blocks, [&](const Block& block) {
      return dom.contains(node, block.first) && search.dropped(block.first) == Label::None && prose_of(dom, block) > 0;
    });
    const auto lead = after_heading(search, begin);
    for (auto block = blocks.begin(); block != begin; ++block) {
      const Label why = search.dropped(block->first);
      const bool in_lead = (why == Label::Teaser || why == Label::None) && prose_of(dom, *block) > 0;
      if ((block >= lead && in_lead) || (why == Label::None && dom.contains(node, block->first))) {
        add(search, *block, node);
      }
    }
    for (auto block = begin; block != blocks.end(); ++block) {
      if (dom.contains(node, block->first) && search.dropped(block->first) == Label::None) {
        add(search, *block, node);
      }
    }
  }

  void choose(std::string_view title) {
    keep_captions_that_are_the_text();
    remove([&](const Piece& piece) { return piece.text == title || (dom_[piece.block.container].tag == Tag::H1); });
    remove([&](const Piece& piece) { return is_list_of_links(piece.block); });
    remove([&](const Piece& piece) { return is_notice(piece.text); });
    remove_headings_of_nothing();
    remove_lead();
  }

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  using BlockPlace = std::vector<Block>::const_iterator;

  /// Where what precedes `begin` may belong to the article: after the last main heading before it.
  BlockPlace after_heading(const Search& search, BlockPlace begin) const {
    BlockPlace place = begin;
    while (place != search.blocks().begin()) {
      --place;
      if (dom_[place->container].tag == Tag::H1) {
        return place + 1;
      }
    }
    return begin;
  }

  void add(const Search& search, const Block& block, NodeIndex node) {
    pieces_.push_back({block, text_of(dom_, block), label_around(search, block, node), prose_of(dom_, block)});
  }

  static Label label_around(const Search& search, const Block& block, NodeIndex node) {
    return search.is_caption(block.container, node) ? Label::Caption : Label::None;
  }

  template <typename Condition>
  void remove(const Condition& condition) {
    std::erase_if(pieces_, [&](const Piece& piece) { return piece.label == Label::None && condition(piece); });
  }

  /// Pages that tell their story under pictures.
  void keep_captions_that_are_the_text() {
    std::uint64_t captions = 0;
    std::uint64_t all = 0;
    for (const Piece& piece : pieces_) {
      all += piece.prose;
      captions += piece.label == Label::Caption ? piece.prose : 0;
    }
    if (captions * 2 > all) {
      for (Piece& piece : pieces_) {
        piece.label = Label::None;
      }
    }
  }

  void remove_headings_of_nothing() {
    std::vector<Piece> kept;
    for (Piece& piece : pieces_ | std::views::reverse) {
      const Tag tag = dom_[piece.block.container].tag;
      const bool last = kept.empty() || (is_heading(dom_[kept.back().block.container].tag) &&
                                         dom_[kept.back().block.container].tag < tag);
      if (piece.label == Label::Caption || !is_heading(tag) || !last) {
        kept.push_back(std::move(piece));
      }
    }
    std::ranges::reverse(kept);
    pieces_ = std::move(kept);
  }

  void remove_lead() {
    constexpr std::uint32_t kShort = 60;
    const auto first = std::ranges::find_if(pieces_, [](const Piece& piece) { return piece.prose > 0; });
    if (first == pieces_.end()) {
      return;
    }
    const auto kept = std::remove_if(pieces_.begin(), first, [&](const Piece& piece) {
      return piece.label == Label::None && piece.block.length < kShort &&
             !is_heading(dom_[piece.block.container].tag) && !piece.text.ends_with('.');
    });
    pieces_.erase(kept, first);
  }

  const Dom& dom_;
  std::vector<Piece> pieces_;
};

}  // namespace

MainText main_text(const Dom& dom, std::string_view title) {
  MainText found;
  if (dom.size() == 0) {
    return found;
  }
  const Search search(dom);
  found.node = search.find();
  found.prose = search.prose(found.node);
  Choice choice(dom, search, found.node);
  choice.choose(title);
  Layout layout;
  for (const Piece& piece : choice.pieces()) {
    if (piece.label == Label::Caption) {
      found.captions.push_back(piece.text);
    } else {
      lay_out(dom, piece.block, layout);
    }
  }
  found.text = std::move(layout).text();
  return found;
}

}  // namespace nutgraf::read::html
