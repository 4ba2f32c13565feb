// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/fragment.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/element.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/layout.h"
#include "indexer/read/html/main_text.h"
#include "indexer/read/lines/paragraphs.h"

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

/// After what may precede the first element: comments, processing instructions, spaces.
std::string_view without_prologue(std::string_view front) {
  while (true) {
    front = ascii::trimmed(front);
    const bool comment = front.starts_with("<!--");
    if (!comment && !front.starts_with("<?")) {
      return front;
    }
    const std::string_view end = comment ? "-->" : ">";
    const std::size_t at = front.find(end);
    if (at == std::string_view::npos) {
      return {};
    }
    front.remove_prefix(at + end.size());
  }
}

/// What the elements of a piece of HTML set apart.
enum class Markup : std::uint8_t { Words, Lines, Paragraphs };

Markup markup_of(std::string_view html) {
  constexpr auto kParagraphs =
      std::to_array<Tag>({Tag::P, Tag::Div, Tag::Table, Tag::Section, Tag::Article, Tag::Main, Tag::Body, Tag::Html});
  constexpr std::size_t kLongestTag = 12;
  Markup most = Markup::Words;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view after = html.substr(at + 1, kLongestTag);
    const Tag tag = tag_of(tag_name(after.substr(after.starts_with('/') ? 1 : 0)));
    if (std::ranges::find(kParagraphs, tag) != kParagraphs.end()) {
      return Markup::Paragraphs;
    }
    most = tag == Tag::Br ? Markup::Lines : most;
  }
  return most;
}

std::string all_text(const Dom& dom, SeenLines seen) {
  Layout layout;
  for (const Block& block : blocks_of(dom)) {
    lay_out(dom, block, layout, seen);
  }
  return std::move(layout).text();
}

bool is_inside_hidden(const Dom& dom, NodeIndex node) {
  while (node != kNoNode && !is_hidden(dom, node)) {
    node = dom[node].parent;
  }
  return node != kNoNode;
}

std::string shown_text(const Dom& dom) {
  Layout layout;
  for (const Block& block : blocks_of(dom)) {
    if (!is_inside_hidden(dom, block.first)) {
      lay_out(dom, block, layout, SeenLines::Preformatted);
    }
  }
  return std::move(layout).text();
}

}  // namespace

bool begins_with_tag(std::string_view text, std::span<const std::string_view> tags) {
  constexpr std::size_t kEnough = 16;
  const std::string begin = ascii::lowered(without_prologue(text).substr(0, kEnough));
  return std::ranges::any_of(tags, [&](std::string_view tag) { return begin.starts_with(tag); });
}

bool begins_page(std::string_view text) {
  constexpr auto kPage = std::to_array<std::string_view>({"<!doctype html", "<html"});
  return begins_with_tag(text, kPage);
}

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
  std::string all = all_text(dom, SeenLines::Preformatted);
  if (html.find("display") == std::string_view::npos) {
    return all;
  }
  // What a script shows later may be most of it.
  std::string shown = shown_text(dom);
  return shown.size() * 2 < all.size() ? all : shown;
}

std::string html_lines_to_text(std::string_view html) {
  const Dom dom(html);
  std::string text;
  for (const Block& block : blocks_of(dom)) {
    Layout layout;
    lay_out(dom, block, layout, SeenLines::All);
    std::string lines = std::move(layout).text();
    const bool preformatted = dom[block.container].tag == Tag::Pre;
    text.append(text.empty() ? "" : "\n\n").append(preformatted ? lines : lines::lay_out_paragraphs(lines));
  }
  return text;
}

std::string field_to_text(std::string_view html) {
  const Markup markup = markup_of(html);
  if (markup == Markup::Words) {
    return html_lines_to_text(html);
  }
  const Dom dom(html);
  if (begins_page(html)) {
    if (MainText main = main_text(dom, {}, Omitted::Forget); !main.text.empty()) {
      return std::move(main.text);
    }
  }
  return all_text(dom, markup == Markup::Lines ? SeenLines::Blank : SeenLines::Preformatted);
}

}  // namespace nutgraf::read::html
