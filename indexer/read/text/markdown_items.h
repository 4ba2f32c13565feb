// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace nutgraf::read::text {

/// The text under one heading of the level at which a file is cut.
struct MarkdownItem {
  std::string_view heading;
  std::string_view section;  // the heading above it of the level before, empty where there is none
  std::string_view text;
};

/// A Markdown text, cut. Headings in fenced code are none.
struct MarkdownItems {
  std::string_view front;  // what stands before the first heading that counts
  std::vector<MarkdownItem> items;
  bool has_more = false;  // text under headings of higher levels, which belongs to no item
};

/// Cuts at the headings of `level` ("### " is 3); an item ends at the next heading of that or a higher level.
[[nodiscard]] MarkdownItems cut_at_headings(std::string_view text, unsigned level);

}  // namespace nutgraf::read::text
