// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/article_search.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/stops.h"

namespace nutgraf::read::html {
namespace {

/// Whether a block breaks off, as the first words of another article do where they are offered.
bool breaks_off(const Dom& dom, const Block& block) {
  const std::string_view last = ascii::trimmed(dom.characters(block.end - 1));
  return last.ends_with("…") || last.ends_with("[…]") || last.ends_with("...") || last.ends_with("[...]");
}

bool is_linked(const Dom& dom, NodeIndex node, NodeIndex limit) {
  while (node != limit && node != kNoNode && dom[node].tag != Tag::A) {
    node = dom[node].parent;
  }
  return node != kNoNode && dom[node].tag == Tag::A;
}

std::uint32_t length_of(const Dom& dom, NodeIndex node) {
  std::size_t length = 0;
  for (NodeIndex i = node; i < dom[node].end; ++i) {
    length += dom[i].tag == Tag::Text ? utf8::count(ascii::trimmed(dom.characters(i))) : 0;
  }
  return static_cast<std::uint32_t>(length);
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); }));
}

/// Whether links are parts of a sentence: it has words between them and its stop behind the last one. A colon before a
/// link announces what it leads to.
bool is_sentence_with_links(const Dom& dom, const Block& block) {
  constexpr std::size_t kWords = 4;  // letters
  std::size_t letters = 0;
  std::string_view last;  // what is not linked at the end
  for (NodeIndex i = block.first; i < block.end; ++i) {
    const std::string_view text = ascii::trimmed(dom.characters(i));
    if (dom[i].tag != Tag::Text || text.empty()) {
      continue;
    }
    const bool linked = is_linked(dom, i, block.container);
    if (linked && last.ends_with(':')) {
      return false;
    }
    letters += linked ? 0 : count_letters(text);
    last = linked ? std::string_view() : text;
  }
  return letters >= kWords && ends_with_stop(without_closers(last));
}

}  // namespace

bool is_list_of_links(const Dom& dom, const Block& block) {
  return block.link_length * 3 > block.length * 2 && !is_sentence_with_links(dom, block);
}

std::uint32_t prose_of(const Dom& dom, const Block& block) {
  constexpr std::uint32_t kShort = 40;
  constexpr std::uint32_t kSurelyLong = 120;
  const bool linked = block.link_length * 2 > block.length;
  const bool is_prose = block.length >= kShort && !linked && (block.stops > 0 || block.length > kSurelyLong);
  return is_prose && !breaks_off(dom, block) ? block.length - block.link_length : 0;
}

ArticleSearch::ArticleSearch(const Dom& dom) : dom_(dom), blocks_(blocks_of(dom)), labels_(dom.size()) {
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    labels_[i] = label_of(dom, i);
  }
  spare_openings();
  spare_subheadings();
  paid_part_ = settle_paid(dom, blocks_, labels_);
  drop(Trust::Classes);
  const std::uint32_t whole = whole_;
  if (sums_.back() * 4 < whole) {
    drop(Trust::Tags);
  }
}

bool ArticleSearch::is_caption(NodeIndex node, NodeIndex limit) const {
  while (node != limit && node != kNoNode && labels_[node] != Label::Caption) {
    node = dom_[node].parent;
  }
  return node != limit && node != kNoNode;
}

NodeIndex ArticleSearch::find() const {
  return find_in(0);
}

NodeIndex ArticleSearch::find(std::string_view heading) const {
  constexpr std::uint32_t kArticle = 200;
  const NodeIndex longest = find();
  const NodeIndex own = article_under(heading);
  const bool other = own != kNoNode && !dom_.contains(own, longest) && !dom_.contains(longest, own);
  return other && prose(own) > kArticle && prose(own) * 4 > prose(longest) ? find_in(own) : longest;
}

NodeIndex ArticleSearch::find_in(NodeIndex around) const {
  const NodeIndex narrow = descend(around);
  const NodeIndex labelled = best_labelled(around, narrow);
  return labelled != kNoNode ? labelled : narrow;
}

/// The `article` element around a main heading that says this.
NodeIndex ArticleSearch::article_under(std::string_view heading) const {
  for (NodeIndex i = 0; i < dom_.size() && !heading.empty(); ++i) {
    if (dom_[i].tag != Tag::H1 || line_of(dom_, i).find(heading) == std::string::npos) {
      continue;
    }
    NodeIndex around = dom_[i].parent;
    while (around != kNoNode && dom_[around].tag != Tag::Article) {
      around = dom_[around].parent;
    }
    return around;
  }
  return kNoNode;
}

void ArticleSearch::sum_up() {
  sums_.assign(dom_.size() + 1, 0);
  for (const Block& block : blocks_) {
    sums_[block.first + 1] += dropped_[block.first] == Label::None ? prose_of(dom_, block) : 0;
  }
  for (std::size_t i = 1; i < sums_.size(); ++i) {
    sums_[i] += sums_[i - 1];
  }
}

/// A link or a note that a paragraph begins with says nothing of the rest of it.
void ArticleSearch::spare_openings() {
  for (const Block& block : blocks_) {
    if (prose_of(dom_, block) == 0 || is_heading(dom_[block.container].tag)) {
      continue;
    }
    for (NodeIndex i = dom_[block.first].parent; i != kNoNode && i != block.container; i = dom_[i].parent) {
      const bool called_so = labels_[i] != Label::None && labels_[i] != Label::Caption;
      const bool by_class = dom_[i].tag != Tag::Label && dom_[i].tag != Tag::Button;
      if (called_so && by_class && length_of(dom_, i) * 2 < block.length) {
        labels_[i] = Label::None;
      }
    }
  }
}

/// A heading between paragraphs is one of theirs, though its class or id is the word for a part of a page: "toc_1" is
/// where a table of contents leads to.
void ArticleSearch::spare_subheadings() {
  constexpr auto kNoHeadings =
      std::to_array<std::string_view>({"author", "byline", "date", "kicker", "related", "share"});
  std::set<NodeIndex> texts;  // what paragraphs before are in
  for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
    const NodeIndex node = blocks_[i].container;
    const NodeIndex around = dom_[node].parent;
    if (prose_of(dom_, blocks_[i]) > 0) {
      texts.insert(around);
    }
    const std::string names =
        ascii::lowered(std::string(dom_.attribute(node, "class")).append(dom_.attribute(node, "id")));
    const bool called_so =
        std::ranges::any_of(kNoHeadings, [&](std::string_view word) { return names.find(word) != std::string::npos; });
    const bool leads = dom_[blocks_[i + 1].container].parent == around && prose_of(dom_, blocks_[i + 1]) > 0;
    if (is_heading(dom_[node].tag) && labels_[node] == Label::Furniture && leads && !called_so &&
        texts.contains(around)) {
      labels_[node] = Label::None;
    }
  }
}

/// Most of a page's sentences are not furniture, whatever they are called.
bool ArticleSearch::is_dropped(NodeIndex i, Trust trust) const {
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
    case Label::Paid:  // settled
      break;
  }
  return false;
}

void ArticleSearch::drop(Trust trust) {
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
NodeIndex ArticleSearch::descend(NodeIndex node) const {
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

NodeIndex ArticleSearch::best_labelled(NodeIndex around, NodeIndex narrow) const {
  for (const Label wanted : {Label::Body, Label::Entry}) {
    NodeIndex best = kNoNode;
    for (NodeIndex i = around; i < dom_[around].end; ++i) {
      if (labels_[i] == wanted && dropped_[i] == Label::None && (best == kNoNode || prose(i) > prose(best))) {
        best = i;
      }
    }
    if (best != kNoNode && prose(best) * 2 >= prose(narrow) && prose(best) > 0) {
      const NodeIndex part = descend_labelled(best, wanted);
      return wanted == Label::Body ? around_parts(around, part) : part;
    }
  }
  return kNoNode;
}

/// The text of an article may be in several elements of one class, with advertisements between them: what is around
/// `part` and those before it, if they are nearly all of its prose and no heading stands between them. Else `part`.
NodeIndex ArticleSearch::around_parts(NodeIndex around, NodeIndex part) const {
  const std::string_view name = dom_.attribute(part, "class");
  NodeIndex common = part;
  std::uint32_t sum = prose(part);
  for (NodeIndex i = around; i < part && !name.empty(); ++i) {
    if (dom_.contains(i, part)) {
      continue;
    }
    if (is_heading(dom_[i].tag)) {
      common = part;
      sum = prose(part);
    } else if (prose(i) > 0 && dom_[i].tag == dom_[part].tag && dom_.attribute(i, "class") == name) {
      sum += prose(i);
      while (!dom_.contains(common, i)) {
        common = dom_[common].parent;
      }
      i = dom_[i].end - 1;
    }
  }
  return sum * 10 >= prose(common) * 9 ? common : part;
}

/// An element of the same label inside that has nearly all of it.
NodeIndex ArticleSearch::descend_labelled(NodeIndex node, Label wanted) const {
  NodeIndex best = node;
  for (NodeIndex i = node + 1; i < dom_[node].end; ++i) {
    if (labels_[i] == wanted && prose(i) * 10 >= prose(node) * 9) {
      best = i;
    }
  }
  return best;
}

}  // namespace nutgraf::read::html
