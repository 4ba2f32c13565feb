// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/paid_part.h"

namespace nutgraf::read::html {

/// How much of a block is sentences, as Block::length counts; 0 for short ones, lists of links, and the first words of
/// other articles, which break off.
[[nodiscard]] std::uint32_t prose_of(const Dom& dom, const Block& block);

/// Whether a block is links rather than text. A sentence is text, however much of it is linked.
[[nodiscard]] bool is_list_of_links(const Dom& dom, const Block& block);

/// Finds the element of a page that contains its article, and tells furniture from text. The dom must outlive it.
class ArticleSearch {
 public:
  explicit ArticleSearch(const Dom& dom);

  /// The element with the article's text.
  [[nodiscard]] NodeIndex find() const;
  /// The same of a page with several articles: that of the one with this heading, though another one is longer.
  [[nodiscard]] NodeIndex find(std::string_view heading) const;
  /// All of the page.
  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  /// Of what is inside a node and not left out.
  [[nodiscard]] std::uint32_t prose(NodeIndex i) const { return sums_[dom_[i].end] - sums_[i]; }
  /// Why a node was left out; None if it was not.
  [[nodiscard]] Label dropped(NodeIndex i) const { return dropped_[i]; }
  [[nodiscard]] PaidPart paid_part() const { return paid_part_; }
  /// Whether `node` is part of a caption inside `limit`.
  [[nodiscard]] bool is_caption(NodeIndex node, NodeIndex limit) const;

 private:
  enum class Trust : std::uint8_t { Classes, Tags };

  void spare_openings();
  void spare_subheadings();
  void sum_up();
  [[nodiscard]] bool is_dropped(NodeIndex i, Trust trust) const;
  void drop(Trust trust);
  [[nodiscard]] NodeIndex descend(NodeIndex node) const;
  [[nodiscard]] NodeIndex find_in(NodeIndex around) const;
  [[nodiscard]] NodeIndex article_under(std::string_view heading) const;
  [[nodiscard]] NodeIndex best_labelled(NodeIndex around, NodeIndex narrow) const;
  [[nodiscard]] NodeIndex around_parts(NodeIndex around, NodeIndex part) const;
  [[nodiscard]] NodeIndex descend_labelled(NodeIndex node, Label wanted) const;

  const Dom& dom_;
  std::vector<Block> blocks_;
  std::vector<Label> labels_;
  PaidPart paid_part_ = PaidPart::None;
  std::vector<Label> dropped_;
  std::vector<std::uint32_t> sums_;  // prose before each node
  std::uint32_t whole_ = 0;          // prose of the page without its readers' comments
};

}  // namespace nutgraf::read::html
