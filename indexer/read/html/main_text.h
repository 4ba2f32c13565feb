// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/paid_part.h"

namespace nutgraf::read::html {

/// Whether to keep what is left out of a page.
enum class Omitted : std::uint8_t { Forget, Keep };

/// The text of the article of a page.
struct MainText {
  std::string text;                   // as Article::text
  std::vector<std::string> captions;  // of the pictures in it
  std::vector<std::string> notices;   // lines in it that speak of the page, not of its subject
  std::vector<Omission> omissions;    // what was left out of the page, where it is to be kept
  NodeIndex node = 0;                 // the element that it was found in
  std::uint32_t linked_headings = 0;  // in it: headings that lead to other articles
  std::uint32_t linked_blocks = 0;    // all blocks that are links
  std::uint32_t prose = 0;            // how much of it is sentences, as Block::length counts
  PaidPart paid_part = PaidPart::None;
};

/// `title` is not a part of the text.
[[nodiscard]] MainText main_text(const Dom& dom, std::string_view title, Omitted omitted);

}  // namespace nutgraf::read::html
