// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/footnote_marks.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/ascii.h"

namespace nutgraf::read::html {
namespace {

constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::size_t kLongestMark = 12;  // bytes; marks are short: 1, 17, "1, 2"

std::string_view content_of(const xmlNode& node) {
  return node.content == nullptr ? std::string_view() : reinterpret_cast<const char*>(node.content);
}

/// The next node below `root` in document order.
xmlNode* following(xmlNode* node, const xmlNode* root) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
    return node->children;
  }
  while (node != root && node->next == nullptr) {
    node = node->parent;
  }
  return node == root ? nullptr : node->next;
}

std::string text_in(xmlNode& element) {
  std::string text;
  for (xmlNode* node = following(&element, &element); node != nullptr && text.size() <= kLongestMark;
       node = following(node, &element)) {
    text += node->type == XML_TEXT_NODE ? content_of(*node) : std::string_view();
  }
  return text;
}

/// ¹/₂ is a number, written as its digits.
bool begins_fraction(const xmlNode& mark) {
  const std::string_view after = mark.next == nullptr ? std::string_view() : content_of(*mark.next);
  return after.starts_with('/') || after.starts_with("⁄");
}

bool is_mark(xmlNode& element) {
  constexpr std::string_view kBetween = " ,-\n";
  const std::string text = text_in(element);
  const bool digits = std::ranges::any_of(text, ascii::is_digit) && std::ranges::all_of(text, [&](char c) {
                        return ascii::is_digit(c) || kBetween.find(c) != std::string_view::npos;
                      });
  return digits && text.size() <= kLongestMark && !begins_fraction(element);
}

void raise(xmlNode& text) {
  std::string raised;
  for (const char c : content_of(text)) {
    raised += ascii::is_digit(c) ? kRaised.at(static_cast<std::size_t>(c - '0')) : std::string_view(&c, 1);
  }
  xmlNodeSetContent(&text, reinterpret_cast<const xmlChar*>(raised.c_str()));
}

}  // namespace

void raise_digits(xmlNode& root) {
  for (xmlNode* node = &root; node != nullptr; node = following(node, &root)) {
    if (node->type != XML_ELEMENT_NODE || std::string_view(reinterpret_cast<const char*>(node->name)) != "sup" ||
        !is_mark(*node)) {
      continue;
    }
    for (xmlNode* inner = following(node, node); inner != nullptr; inner = following(inner, node)) {
      if (inner->type == XML_TEXT_NODE) {
        raise(*inner);
      }
    }
  }
}

}  // namespace nutgraf::read::html
