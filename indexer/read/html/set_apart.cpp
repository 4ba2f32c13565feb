// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/set_apart.h"

#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/element.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/layout.h"

namespace nutgraf::read::html {
namespace {

/// Spans with a full name each, and nothing beside them.
std::vector<std::string> names_in_spans(const Dom& dom, NodeIndex byline) {
  std::vector<std::string> names;
  for (NodeIndex i = byline + 1; i < dom[byline].end; ++i) {
    if (dom[i].tag != Tag::Text || ascii::trimmed(dom.characters(i)).empty()) {
      continue;
    }
    const NodeIndex span = dom[i].parent;
    const std::string name = line_of(dom, span);
    if (dom[span].tag != Tag::Span || span == byline || !is_full_name(name)) {
      return {};
    }
    add_new(names, {name});
    i = dom[span].end - 1;
  }
  return names.size() > 1 ? names : std::vector<std::string>();
}

}  // namespace

bool are_parted(std::string_view before, std::string_view after) {
  return !before.empty() && !after.empty() && ascii::is_upper(after[0]) && !ascii::is_space(before.back()) &&
         (ascii::is_lower(before.back()) || !ascii::is_ascii(before.back()));
}

std::string parted_line(const Dom& dom, NodeRange nodes) {
  Layout layout;
  std::string_view last;
  for (NodeIndex i = nodes.begin; i < nodes.end;) {
    if (is_reading(dom[i].tag) || label_of(dom, i) == Label::Hidden) {
      i = dom[i].end;
      continue;
    }
    if (dom[i].tag == Tag::Text) {
      layout.add(are_parted(last, dom.characters(i)) ? ", " : "");
      last = dom.characters(i);
      layout.add(last);
    } else if (role_of(dom[i].tag) != Role::Inline || dom[i].tag == Tag::Br) {
      layout.end_word();
      last = {};
    }
    ++i;
  }
  return std::move(layout).text();
}

std::vector<std::string> names_set_apart(const Dom& dom, NodeIndex byline) {
  std::vector<std::string> names;
  int elements = 0;
  for (NodeIndex i = byline + 1; i < dom[byline].end; ++i) {
    if (dom[i].tag == Tag::A || dom[i].tag == Tag::Li) {
      const std::string name = line_of(dom, i);
      if (!is_full_name(name)) {
        return {};
      }
      add_new(names, {name});
      ++elements;
      i = dom[i].end - 1;
    }
  }
  return elements > 1 ? names : elements == 0 ? names_in_spans(dom, byline) : std::vector<std::string>();
}

}  // namespace nutgraf::read::html
