// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/layout.h"

namespace nutgraf::read::html {

/// A run of text that a reader sees as one paragraph, heading, list item, table row or the like.
struct Block {
  NodeIndex container = 0;        // the innermost block element around it
  NodeIndex first = 0;            // its first run of characters
  NodeIndex end = 0;              // after its last one
  std::uint32_t length = 0;       // letters and signs, those of dense scripts counted twice
  std::uint32_t link_length = 0;  // of it inside links
  std::uint32_t stops = 0;        // commas, full stops and their like
};

/// The text of a page, in document order; scripts, styles and the like are left out.
[[nodiscard]] std::vector<Block> blocks_of(const Dom& dom);

/// Which line ends of a page's source readers see.
enum class SeenLines : std::uint8_t {
  Preformatted,
  Blank,  // and blank lines, which end paragraphs
  All,
};

/// Adds a block's text to `layout`, as its own paragraph.
void lay_out(const Dom& dom, const Block& block, Layout& layout, SeenLines seen = SeenLines::Preformatted);
[[nodiscard]] std::string text_of(const Dom& dom, const Block& block);
/// All text inside a node on one line, or with the lines that it is shown in.
[[nodiscard]] std::string line_of(const Dom& dom, NodeIndex node);
[[nodiscard]] std::string lines_of(const Dom& dom, NodeIndex node);

/// Whether all of a block is in bold or italics.
[[nodiscard]] bool is_emphasised(const Dom& dom, const Block& block);

/// After the last node inside `node` if its content is not to be read (scripts, styles, ...), else `node` itself.
[[nodiscard]] NodeIndex end_of_unread(const Dom& dom, NodeIndex node);

}  // namespace nutgraf::read::html
