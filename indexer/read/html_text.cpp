// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::read {
namespace {

/// What an element does to the text around and in it.
enum class Role : std::uint8_t { Inline, Block, Cell, Dropped };

struct Element {
  std::string_view name;
  Role role;
};

// Sorted by name. What is not listed is Inline, and no sign of HTML.
constexpr auto kElements = std::to_array<Element>({
    {"a", Role::Inline},         {"abbr", Role::Inline},    {"address", Role::Block},  {"article", Role::Block},
    {"aside", Role::Block},      {"b", Role::Inline},       {"big", Role::Inline},     {"blockquote", Role::Block},
    {"body", Role::Block},       {"br", Role::Inline},      {"caption", Role::Block},  {"center", Role::Block},
    {"cite", Role::Inline},      {"code", Role::Inline},    {"dd", Role::Block},       {"del", Role::Inline},
    {"details", Role::Block},    {"dir", Role::Block},      {"div", Role::Block},      {"dl", Role::Block},
    {"dt", Role::Block},         {"em", Role::Inline},      {"fieldset", Role::Block}, {"figcaption", Role::Block},
    {"figure", Role::Block},     {"font", Role::Inline},    {"footer", Role::Block},   {"form", Role::Block},
    {"h1", Role::Block},         {"h2", Role::Block},       {"h3", Role::Block},       {"h4", Role::Block},
    {"h5", Role::Block},         {"h6", Role::Block},       {"head", Role::Dropped},   {"header", Role::Block},
    {"hr", Role::Block},         {"html", Role::Block},     {"i", Role::Inline},       {"iframe", Role::Dropped},
    {"img", Role::Inline},       {"ins", Role::Inline},     {"legend", Role::Block},   {"li", Role::Block},
    {"main", Role::Block},       {"mark", Role::Inline},    {"menu", Role::Block},     {"nav", Role::Block},
    {"noscript", Role::Dropped}, {"object", Role::Dropped}, {"ol", Role::Block},       {"option", Role::Block},
    {"p", Role::Block},          {"picture", Role::Inline}, {"pre", Role::Block},      {"q", Role::Inline},
    {"s", Role::Inline},         {"script", Role::Dropped}, {"section", Role::Block},  {"small", Role::Inline},
    {"span", Role::Inline},      {"strike", Role::Inline},  {"strong", Role::Inline},  {"style", Role::Dropped},
    {"sub", Role::Inline},       {"summary", Role::Block},  {"sup", Role::Inline},     {"svg", Role::Dropped},
    {"table", Role::Block},      {"tbody", Role::Block},    {"td", Role::Cell},        {"template", Role::Dropped},
    {"tfoot", Role::Block},      {"th", Role::Cell},        {"thead", Role::Block},    {"tr", Role::Block},
    {"tt", Role::Inline},        {"u", Role::Inline},       {"ul", Role::Block},
});

const Element* find_element(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kElements, name, {}, &Element::name);
  return found != kElements.end() && found->name == name ? found : nullptr;
}

/// The lower-case name that `text` begins with.
std::string name_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), ascii::is_alphanumeric);
  return ascii::lowered(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

/// Whether the tag behind a "<" proves that its text is HTML.
bool is_proof(std::string_view behind) {
  const bool closes = behind.starts_with('/');
  if (closes) {
    behind.remove_prefix(1);
  }
  constexpr std::size_t kLongestName = 12;
  const std::string name = name_at(behind.substr(0, kLongestName));
  const std::string_view rest = behind.substr(name.size());
  if (rest.empty() || (rest[0] != '>' && rest[0] != '/' && !ascii::is_space(rest[0])) ||
      find_element(name) == nullptr) {
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

/// What numbers from 128 to 159 stand for in references such as &#146;: the characters of windows-1252.
constexpr std::array<std::string_view, 32> kWindows = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                       "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                                       "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

constexpr std::string_view kNoBreak = "\xC2\xA0";

/// Lays characters out in paragraphs and lines.
class Layout {
 public:
  void end_line() { ++breaks_; }
  void end_paragraph() { breaks_ = kParagraph; }
  void part_words() { gap_ = " "; }

  void add(std::string_view text) {
    while (!text.empty()) {
      if (ascii::is_space(text[0])) {
        gap_ = " ";
        text.remove_prefix(1);
      } else if (text.starts_with(kNoBreak)) {
        gap_ = gap_.empty() ? kNoBreak : " ";
        text.remove_prefix(kNoBreak.size());
      } else {
        add_character(text);
      }
    }
  }

  /// Preformatted: line ends count.
  void add_lines(std::string_view text) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
      add(text.substr(0, end));
      end_line();
      text.remove_prefix(end + 1);
    }
    add(text);
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  static constexpr int kParagraph = 2;

  void add_character(std::string_view& text) {
    if (!text_.empty()) {
      text_.append(breaks_ >= kParagraph ? "\n\n" : breaks_ == 1 ? "\n" : gap_);
    }
    breaks_ = 0;
    gap_ = {};
    const bool is_control = text[0] == '\xC2' && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0;
    if (is_control) {
      text_.append(kWindows.at(static_cast<unsigned char>(text[1]) - 0x80U));
      text.remove_prefix(2);
      return;
    }
    const std::size_t length = std::max<std::size_t>(1, utf8::sequence_length(text));
    text_.append(text.substr(0, length));
    text.remove_prefix(length);
  }

  std::string text_;
  std::string_view gap_;  // blank, no-break blank or nothing before the next character
  int breaks_ = 0;        // line ends before it
};

std::string_view name_of(const xmlNode& node) {
  return reinterpret_cast<const char*>(node.name);  // xmlChar is a byte of UTF-8
}

/// Walks a tree without recursion: it may be deeper than the stack.
class TreeText {
 public:
  std::string of(const xmlNode* root) && {
    const xmlNode* node = root;
    while (node != nullptr) {
      if (enter(*node) && node->children != nullptr) {
        node = node->children;
        continue;
      }
      leave(*node);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        leave(*node);
      }
      node = node == root ? nullptr : node->next;
    }
    return std::move(layout_).text();
  }

 private:
  static Role role_of(const xmlNode& node) {
    const Element* element = node.type == XML_ELEMENT_NODE ? find_element(name_of(node)) : nullptr;
    return element == nullptr ? Role::Inline : element->role;
  }

  void mark_edge(Role role) {
    if (role == Role::Block) {
      layout_.end_paragraph();
    } else if (role == Role::Cell) {
      layout_.part_words();
    }
  }

  /// Whether its children count.
  bool enter(const xmlNode& node) {
    if (node.type == XML_TEXT_NODE) {
      const std::string_view text = reinterpret_cast<const char*>(node.content);
      if (preformatted_ > 0) {
        layout_.add_lines(text);
      } else {
        layout_.add(text);
      }
      return false;
    }
    if (node.type != XML_ELEMENT_NODE) {
      return false;
    }
    if (name_of(node) == "br") {
      layout_.end_line();
    }
    preformatted_ += name_of(node) == "pre" ? 1 : 0;
    const Role role = role_of(node);
    mark_edge(role);
    return role != Role::Dropped;
  }

  void leave(const xmlNode& node) {
    if (node.type == XML_ELEMENT_NODE) {
      preformatted_ -= name_of(node) == "pre" ? 1 : 0;
      mark_edge(role_of(node));
    }
  }

  Layout layout_;
  int preformatted_ = 0;  // depth of <pre>
};

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
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  if (html.empty() || html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return {};
  }
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(htmlNewParserCtxt(), htmlFreeParserCtxt);
  if (parser == nullptr) {
    throw std::bad_alloc();
  }
  parser->options |= XML_PARSE_HUGE;  // no limit of 10 MB to a run of text
  const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> tree(
      htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions),
      xmlFreeDoc);
  const xmlNode* const root = tree == nullptr ? nullptr : xmlDocGetRootElement(tree.get());
  return root == nullptr ? std::string() : TreeText().of(root);
}

}  // namespace nutgraf::read
