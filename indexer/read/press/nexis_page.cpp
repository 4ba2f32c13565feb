// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis_page.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/press/page_text.h"

namespace nutgraf::read::press {
namespace {

/// The classes that a style sheet gives `declaration`, of rules such as ".c0 { text-align: center; }".
std::set<std::string> classes_with(std::string_view sheet, std::string_view declaration) {
  std::set<std::string> classes;
  while (true) {
    const std::size_t open = sheet.find('{');
    const std::size_t close = sheet.find('}', open);
    if (close == std::string_view::npos) {
      return classes;
    }
    if (sheet.substr(open, close - open).find(declaration) != std::string_view::npos) {
      const std::string_view selector = ascii::trimmed(sheet.substr(0, open));
      classes.insert(ascii::lowered(selector.substr(selector.rfind('.') + 1)));
    }
    sheet.remove_prefix(close + 1);
  }
}

/// What the styles of a page say of its classes.
struct Styles {
  std::set<std::string> centred;
  std::set<std::string> bold;
};

Styles styles_of(const html::Dom& dom) {
  Styles styles;
  for (html::NodeIndex node = 0; node < dom.size(); ++node) {
    if (dom[node].tag == html::Tag::Text && dom[node].parent != html::kNoNode &&
        dom[dom[node].parent].tag == html::Tag::Style) {
      styles.centred.merge(classes_with(dom.characters(node), "text-align: center"));
      styles.bold.merge(classes_with(dom.characters(node), "font-weight: bold"));
    }
  }
  return styles;
}

/// Whether an element between `node` and `top` has one of `classes`.
bool is_inside(const html::Dom& dom, html::NodeIndex node, html::NodeIndex top, const std::set<std::string>& classes) {
  for (html::NodeIndex at = dom[node].parent; at != html::kNoNode; at = dom[at].parent) {
    if (classes.contains(ascii::lowered(dom.attribute(at, "class")))) {
      return true;
    }
    if (at == top) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool is_nexis_page(std::string_view front) {
  const std::string lowered = ascii::lowered(front);
  return lowered.find("<a name=\"doc_id_") != std::string::npos &&
         lowered.find(" documents</span>") != std::string::npos;
}

std::vector<Paragraph> paragraphs_of_page(std::string_view html) {
  const html::Dom dom(html);
  std::vector<Paragraph> paragraphs;
  if (dom.size() == 0) {
    return paragraphs;
  }
  const Styles styles = styles_of(dom);
  for (PageBlock& block : blocks_inside(dom, 0)) {
    Paragraph paragraph;
    const bool centred = is_inside(dom, block.first, block.container, styles.centred);
    paragraph.alignment = centred ? Alignment::Center : Alignment::Left;
    paragraph.weight = is_inside(dom, block.first, block.container, styles.bold) ? Weight::Bold : Weight::Plain;
    paragraph.text = std::move(block.text);
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

}  // namespace nutgraf::read::press
