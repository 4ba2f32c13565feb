// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/picture_text.h"

#include <cstddef>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/html/layout.h"

namespace nutgraf::read::html {
namespace {

constexpr std::size_t kShortest = 20;  // characters; fewer may be a headline's name or a topic
constexpr std::size_t kLongestCredit = 80;

bool begins_with(std::string_view text, std::string_view attribute) {
  Layout layout;
  layout.add(attribute);
  const std::string shown = std::move(layout).text();
  return utf8::count(shown) >= kShortest && text.starts_with(shown) && text.size() <= shown.size() + kLongestCredit;
}

/// Whether a run of characters is longer than what may stand between a picture and its caption.
bool is_paragraph(const Dom& dom, NodeIndex node) {
  constexpr std::size_t kLongest = 80;
  return dom[node].tag == Tag::Text && ascii::trimmed(dom.characters(node)).size() > kLongest;
}

}  // namespace

bool is_picture_text(const Dom& dom, const Block& block, std::string_view text) {
  constexpr NodeIndex kNear = 60;  // nodes
  if (is_heading(dom[block.container].tag)) {
    return false;
  }
  const NodeIndex from = block.first > kNear ? block.first - kNear : 0;
  for (NodeIndex i = block.first; i > from && !is_paragraph(dom, i - 1); --i) {
    const bool is_picture = dom[i - 1].tag == Tag::Img;
    if (is_picture &&
        (begins_with(text, dom.attribute(i - 1, "alt")) || begins_with(text, dom.attribute(i - 1, "title")))) {
      return true;
    }
  }
  return false;
}

}  // namespace nutgraf::read::html
