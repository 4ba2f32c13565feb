// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/fragment.h"

#include <algorithm>
#include <cstddef>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/element.h"
#include "indexer/read/html/layout.h"

namespace nutgraf::read::html {
namespace {

/// The lower-case name that `text` begins with.
std::string tag_name(std::string_view text) {
  const auto end =
      std::find_if_not(text.begin(), text.end(), [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); });
  return ascii::lowered(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

/// Whether the tag that follows a "<" proves that its text is HTML.
bool is_proof(std::string_view after) {
  const bool closes = after.starts_with('/');
  if (closes) {
    after.remove_prefix(1);
  }
  constexpr std::size_t kLongestTag = 12;
  const std::string name = tag_name(after.substr(0, kLongestTag));
  const std::string_view rest = after.substr(name.size());
  if (rest.empty() || (rest[0] != '>' && rest[0] != '/' && !ascii::is_space(rest[0])) || tag_of(name) == Tag::Other) {
    return false;
  }
  const std::size_t end = rest.find_first_of("<>");
  if (end == std::string_view::npos || rest[end] != '>') {
    return false;
  }
  if (closes) {
    return true;
  }
  const std::string_view inside = rest.substr(end + 1);
  return name == "br" || name == "hr" || name == "img" ||
         (name == "p" && !inside.empty() && !ascii::is_space(inside[0]));
}

}  // namespace

bool holds_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (is_proof(text.substr(at + 1))) {
      return true;
    }
  }
  return false;
}

std::string html_to_text(std::string_view html) {
  const Dom dom(html);
  Layout layout;
  for (const Block& block : blocks_of(dom)) {
    lay_out(dom, block, layout);
  }
  return std::move(layout).text();
}

}  // namespace nutgraf::read::html
