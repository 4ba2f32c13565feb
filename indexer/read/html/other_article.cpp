// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/other_article.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/element.h"
#include "indexer/read/html/site_name.h"

namespace nutgraf::read::html {
namespace {

bool holds_main_heading(const Dom& dom, NodeIndex element) {
  for (NodeIndex i = element; i < dom[element].end; ++i) {
    if (dom[i].tag == Tag::H1) {
      return true;
    }
  }
  return false;
}

/// "recirculation-feed", "related-module".
bool is_list_of_others(const Dom& dom, NodeIndex element) {
  constexpr auto kWords = std::to_array<std::string_view>({"recirc", "related", "recommend", "trending"});
  const std::string names = ascii::lowered(dom.attribute(element, "class"));
  return std::ranges::any_of(kWords, [&](std::string_view word) { return names.find(word) != std::string::npos; });
}

/// The first heading in an element that is a link to another page, or part of one; kNoNode where none is.
NodeIndex linked_heading(const Dom& dom, NodeIndex element) {
  NodeIndex link_end = element;
  NodeIndex heading = kNoNode;
  for (NodeIndex i = element + 1; i < dom[element].end; ++i) {
    const std::string_view reference = dom[i].tag == Tag::A ? dom.attribute(i, "href") : std::string_view();
    const bool links = !reference.empty() && reference[0] != '#';
    link_end = links ? dom[i].end : link_end;
    heading = is_heading(dom[i].tag) ? i : heading;
    const bool in_heading = heading != kNoNode && i < dom[heading].end;
    if ((links && in_heading) || (is_heading(dom[i].tag) && i < link_end)) {
      return heading;
    }
  }
  return kNoNode;
}

}  // namespace

bool is_of_other_article(const Dom& dom, NodeIndex node, NodeIndex main, std::string_view title) {
  constexpr int kAround = 8;  // elements; further ones are of the page
  constexpr NodeIndex kLargest = 2000;
  NodeIndex around = dom[node].parent;
  for (int i = 0; i < kAround && around != kNoNode; ++i, around = dom[around].parent) {
    if (dom[around].tag == Tag::Body || dom[around].end - around > kLargest || dom.contains(around, main) ||
        holds_main_heading(dom, around)) {
      return false;
    }
    if (is_list_of_others(dom, around)) {
      return true;
    }
    const NodeIndex heading = linked_heading(dom, around);
    if (heading != kNoNode && !dom.contains(node, heading)) {
      return bare(title).find(bare(line_of(dom, heading))) == std::string::npos;
    }
  }
  return false;
}

}  // namespace nutgraf::read::html
