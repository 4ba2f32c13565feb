// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/dom.h"

/// Pages of press databases, piece by piece.
namespace nutgraf::read::press {

/// A run of text inside one block element, in document order.
struct PageBlock {
  html::NodeIndex container = 0;  // the innermost block element around it
  html::NodeIndex first = 0;      // its first text
  int label = 0;                  // what the caller's labeller says of all its texts
  std::string text;               // `<br>` is LF, two of them end the block
};

/// The blocks inside `root`, itself among the containers; blank ones and what is no text to read are left out.
/// With `label_of`, a block also ends where the label of the texts changes.
using Labeller = std::function<int(html::NodeIndex text)>;
[[nodiscard]] std::vector<PageBlock> blocks_inside(const html::Dom& dom, html::NodeIndex root,
                                                   const Labeller& label_of = {});

/// The text of the blocks inside `root`, as Article::text has it.
[[nodiscard]] std::string text_inside(const html::Dom& dom, html::NodeIndex root);

/// Whether `word` is one of the classes of an element, whatever their case.
[[nodiscard]] bool has_class(const html::Dom& dom, html::NodeIndex node, std::string_view word);

}  // namespace nutgraf::read::press
