// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/main_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/stops.h"
#include "indexer/read/html/article_search.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/notice.h"
#include "indexer/read/html/picture_text.h"
#include "indexer/read/html/publication_line.h"
#include "indexer/read/html/site_name.h"

namespace nutgraf::read::html {
namespace {

/// Thai and Lao have no stops: how a line ends says nothing, but a long one is hardly a name or a label.
bool may_be_sentence_without_stop(std::string_view line) {
  constexpr std::size_t kShort = 20;  // characters
  const char32_t last = line.empty() ? U'\0' : utf8::decode(line, utf8::floor(line, line.size() - 1)).code;
  const bool digit = (last >= 0x0E50 && last <= 0x0E59) || (last >= 0x0ED0 && last <= 0x0ED9);
  return last >= 0x0E00 && last <= 0x0EFF && !digit && utf8::count(line) > kShort;
}

/// Whether a block calls itself what stands between heading and text, and may lack a stop.
bool is_standfirst(const Dom& dom, NodeIndex container) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"subtitle", "subheadline", "subheading", "subhead", "standfirst", "dek", "deck", "lede", "vorspann",
       "untertitel", "excerpt", "chapeau", "entradilla", "sottotitolo", "subtitulo", "underrubrik"});
  const std::string name = ascii::lowered(dom.attribute(container, "class"));
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    const std::size_t at = name.find(word);
    return at != std::string::npos && (at == 0 || !ascii::is_letter(name[at - 1])) &&
           (at + word.size() == name.size() || !ascii::is_letter(name[at + word.size()]));
  });
}

/// Whether a heading in an element leads to another page, or links to such are much of what it says.
bool leads_elsewhere(const Dom& dom, NodeIndex element) {
  std::size_t length = 0;
  std::size_t linked = 0;
  NodeIndex link_end = element;
  NodeIndex heading_end = element;
  for (NodeIndex i = element + 1; i < dom[element].end; ++i) {
    const std::string_view reference = dom[i].tag == Tag::A ? dom.attribute(i, "href") : std::string_view();
    link_end = !reference.empty() && reference[0] != '#' ? std::max(link_end, dom[i].end) : link_end;
    heading_end = is_heading(dom[i].tag) ? std::max(heading_end, dom[i].end) : heading_end;
    if (i < link_end && i < heading_end) {
      return true;
    }
    const std::size_t size = dom[i].tag == Tag::Text ? ascii::trimmed(dom.characters(i)).size() : 0;
    length += size;
    linked += i < link_end ? size : 0;
  }
  return linked > 0 && linked * 3 >= length;
}

bool is_in_table(const Dom& dom, NodeIndex node) {
  while (node != kNoNode && dom[node].tag != Tag::Table) {
    node = dom[node].parent;
  }
  return node != kNoNode;
}

/// A block of the element that the text is in.
struct Piece {
  Block block;
  std::string text;  // empty where it is long and no caption: only short ones are looked at
  Label label = Label::None;
  std::uint32_t prose = 0;
};

/// Chooses among the blocks of the element that the text is in.
class Choice {
 public:
  Choice(const Dom& dom, const ArticleSearch& search, NodeIndex node) : dom_(dom), search_(search), node_(node) {
    const std::vector<Block>& blocks = search.blocks();
    const auto begin = std::ranges::find_if(blocks, [&](const Block& block) {
      return dom.contains(node, block.first) && search.dropped(block.first) == Label::None && prose_of(dom, block) > 0;
    });
    const auto lead = after_heading(search, begin);
    for (auto block = blocks.begin(); block != begin; ++block) {
      const Label why = search.dropped(block->first);
      const bool in_lead = (why == Label::Teaser || why == Label::None) &&
                           (prose_of(dom, *block) > 0 || is_standfirst(dom, block->container));
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
    remove_teasers();
    remove("title",
           [&](const Piece& piece) { return piece.text == title || (dom_[piece.block.container].tag == Tag::H1); });
    remove_part_of_title(title);
    remove("links", [&](const Piece& piece) {
      const bool linked = is_list_of_links(dom_, piece.block);
      linked_blocks_ += linked ? 1U : 0U;
      linked_headings_ += linked && is_heading(dom_[piece.block.container].tag) ? 1U : 0U;
      return linked;
    });
    remove("notice", [&](const Piece& piece) {
      if (is_notice(piece.text)) {
        notices_.push_back(piece.text);
      }
      return is_notice(piece.text);
    });
    remove_note_on_author();
    remove_lines_among_links();
    remove_headings_of_nothing();
    remove_publication_lines();
    remove_lead();
  }

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  /// Why a block was left out, by its first node.
  [[nodiscard]] const std::map<NodeIndex, std::string_view>& removed() const { return removed_; }
  [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }
  [[nodiscard]] std::uint32_t linked_headings() const { return linked_headings_; }
  [[nodiscard]] std::uint32_t linked_blocks() const { return linked_blocks_; }

 private:
  using BlockPlace = std::vector<Block>::const_iterator;

  /// Where what precedes `begin` may belong to the article: after the last main heading before it.
  [[nodiscard]] BlockPlace after_heading(const ArticleSearch& search, BlockPlace begin) const {
    auto place = begin;
    while (place != search.blocks().begin()) {
      --place;
      if (dom_[place->container].tag == Tag::H1) {
        return place + 1;
      }
    }
    return begin;
  }

  void add(const ArticleSearch& search, const Block& block, NodeIndex node) {
    constexpr std::uint32_t kLong = 1000;  // longer than any title or notice
    const bool labelled = search.is_caption(block.container, node);
    std::string text = block.length < kLong || labelled ? text_of(dom_, block) : std::string();
    const bool caption = labelled || is_picture_text(dom_, block, text);
    pieces_.push_back({block, std::move(text), caption ? Label::Caption : Label::None, prose_of(dom_, block)});
  }

  template <typename Condition>
  void remove(std::string_view why, const Condition& condition) {
    std::erase_if(pieces_, [&](const Piece& piece) {
      const bool goes = piece.label == Label::None && condition(piece);
      if (goes) {
        removed_.emplace(piece.block.first, why);
      }
      return goes;
    });
  }

  /// What is in an `article` element inside the text that has no sentence and leads to another page.
  void remove_teasers() {
    std::map<NodeIndex, bool> teasers;
    remove("teaser", [&](const Piece& piece) {
      NodeIndex around = piece.block.container;
      while (around != node_ && around != kNoNode && dom_[around].tag != Tag::Article) {
        around = dom_[around].parent;
      }
      if (around == node_ || around == kNoNode) {
        return false;
      }
      const auto place = teasers.find(around);
      return place != teasers.end() ? place->second : teasers.emplace(around, is_teaser(around)).first->second;
    });
  }

  [[nodiscard]] bool is_teaser(NodeIndex article) const {
    return search_.prose(article) == 0 && leads_elsewhere(dom_, article);
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

  /// A heading before the first sentences that says a part of the title, or the title with a kicker.
  void remove_part_of_title(std::string_view title) {
    constexpr std::size_t kTelling = 20;
    const std::string whole = bare(title);
    const auto first = std::ranges::find_if(pieces_, [&](const Piece& piece) {
      return piece.prose > 0 && piece.label == Label::None && !is_heading(dom_[piece.block.container].tag);
    });
    const NodeIndex end = first == pieces_.end() ? 0 : first->block.first;
    remove("title", [&](const Piece& piece) {
      const std::string part = bare(piece.text);
      return piece.block.first < end && is_heading(dom_[piece.block.container].tag) && part.size() >= kTelling &&
             (whole.find(part) != std::string::npos || (whole.size() >= kTelling && part.ends_with(whole)));
    });
  }

  /// "About the author" and what follows it, below the text.
  void remove_note_on_author() {
    const auto begin = std::ranges::find_if(pieces_, [](const Piece& piece) { return introduces_author(piece.text); });
    const auto prose_from = [&](auto place) {
      std::uint64_t prose = 0;
      for (; place != pieces_.end(); ++place) {
        prose += place->prose;
      }
      return prose;
    };
    if (prose_from(begin) * 5 < prose_from(pieces_.begin())) {
      const NodeIndex from = begin == pieces_.end() ? kNoNode : begin->block.first;
      remove("note on the author", [&](const Piece& piece) { return from != kNoNode && piece.block.first >= from; });
    }
  }

  /// Below the last sentences: counters, and what stands among links to other articles, such as their dates.
  void remove_lines_among_links() {
    constexpr std::uint32_t kShort = 60;
    constexpr std::ptrdiff_t kMany = 3;
    const auto last = std::find_if(pieces_.rbegin(), pieces_.rend(),
                                   [](const Piece& piece) { return piece.prose > 0 && piece.label == Label::None; });
    if (last == pieces_.rend()) {
      return;
    }
    const NodeIndex end = last->block.end;
    const std::ptrdiff_t links = std::ranges::count_if(
        removed_, [&](const auto& removed) { return removed.first >= end && removed.second == "links"; });
    const bool among_links = links >= kMany && links >= last - pieces_.rbegin();
    remove("short line", [&](const Piece& piece) {
      const bool is_line = piece.block.length < kShort && !ends_sentence(piece.text) &&
                           dom_[piece.block.container].tag == Tag::Div && !is_in_table(dom_, piece.block.container);
      const auto is_letter = [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); };
      return piece.block.first >= end && is_line && (among_links || std::ranges::none_of(piece.text, is_letter));
    });
  }

  void remove_headings_of_nothing() {
    std::vector<Piece> kept;
    for (auto place = pieces_.rbegin(); place != pieces_.rend(); ++place) {
      Piece& piece = *place;
      const Tag tag = dom_[piece.block.container].tag;
      const bool last = kept.empty() || (is_heading(dom_[kept.back().block.container].tag) &&
                                         dom_[kept.back().block.container].tag < tag);
      if (piece.label == Label::Caption || !is_heading(tag) || !last) {
        kept.push_back(std::move(piece));
      } else {
        removed_.emplace(piece.block.first, "heading of nothing");
      }
    }
    std::ranges::reverse(kept);
    pieces_ = std::move(kept);
  }

  void remove_publication_lines() {
    constexpr std::ptrdiff_t kOpening = 6;
    const auto end = pieces_.begin() + std::min(kOpening, std::ssize(pieces_));
    const auto kept = std::remove_if(pieces_.begin(), end, [&](const Piece& piece) {
      const bool goes = piece.label == Label::None && !is_heading(dom_[piece.block.container].tag) &&
                        !ends_sentence(piece.text) && is_publication_line(piece.text);
      if (goes) {
        removed_.emplace(piece.block.first, "short line");
      }
      return goes;
    });
    pieces_.erase(kept, end);
  }

  void remove_lead() {
    constexpr std::uint32_t kShort = 60;
    const auto first =
        std::ranges::find_if(pieces_, [](const Piece& piece) { return piece.prose > 0 && piece.label == Label::None; });
    if (first == pieces_.end()) {
      return;
    }
    const auto kept = std::remove_if(pieces_.begin(), first, [&](const Piece& piece) {
      const bool goes = piece.label == Label::None && piece.block.length < kShort &&
                        !is_heading(dom_[piece.block.container].tag) && !ends_sentence(piece.text) &&
                        !may_be_sentence_without_stop(piece.text) && !is_standfirst(dom_, piece.block.container);
      if (goes) {
        removed_.emplace(piece.block.first, "short line");
      }
      return goes;
    });
    pieces_.erase(kept, first);
  }

  const Dom& dom_;
  const ArticleSearch& search_;
  NodeIndex node_;
  std::vector<Piece> pieces_;
  std::map<NodeIndex, std::string_view> removed_;
  std::vector<std::string> notices_;
  std::uint32_t linked_headings_ = 0;
  std::uint32_t linked_blocks_ = 0;
};

std::string_view name_of(Label why) {
  switch (why) {
    case Label::Furniture:
      return "furniture";
    case Label::Comments:
      return "comments";
    case Label::Hidden:
      return "hidden";
    case Label::Teaser:
      return "teaser";
    case Label::None:
    case Label::Caption:
    case Label::Body:
    case Label::Entry:
    case Label::Paid:
      break;
  }
  return "beside the article";
}

/// Every block that became neither text nor caption; neighbours with the same reason as one.
std::vector<Omission> omissions_of(const Dom& dom, const ArticleSearch& search, const Choice& choice) {
  std::set<NodeIndex> taken;
  for (const Piece& piece : choice.pieces()) {
    taken.insert(piece.block.first);
  }
  std::vector<Omission> omissions;
  bool joins = false;
  for (const Block& block : search.blocks()) {
    if (taken.contains(block.first)) {
      joins = false;
      continue;
    }
    const auto removed = choice.removed().find(block.first);
    const std::string_view why =
        removed == choice.removed().end() ? name_of(search.dropped(block.first)) : removed->second;
    if (joins && omissions.back().why == why) {
      omissions.back().text.append("\n\n").append(text_of(dom, block));
    } else {
      omissions.push_back({text_of(dom, block), std::string(why)});
    }
    joins = true;
  }
  return omissions;
}

}  // namespace

MainText main_text(const Dom& dom, std::string_view title, Omitted omitted) {
  MainText found;
  if (dom.size() == 0) {
    return found;
  }
  const ArticleSearch search(dom);
  found.node = search.find(title);
  found.prose = search.prose(found.node);
  found.paid_part = search.paid_part();
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
  if (omitted == Omitted::Keep) {
    found.omissions = omissions_of(dom, search, choice);
  }
  found.notices = choice.notices();
  found.linked_headings = choice.linked_headings();
  found.linked_blocks = choice.linked_blocks();
  return found;
}

}  // namespace nutgraf::read::html
