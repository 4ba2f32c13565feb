// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/date_elements.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/line_parts.h"

namespace nutgraf::read::html {
namespace {

/// Whether one of the names in a class is `word`.
bool has_name(std::string_view names, std::string_view word) {
  for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || ascii::is_space(names[at - 1])) && (end == names.size() || ascii::is_space(names[end]))) {
      return true;
    }
  }
  return false;
}

bool has_date_sign(const Dom& dom, NodeIndex i, DateSign sign) {
  constexpr auto kPublishedNames = std::to_array<std::string_view>(
      {"published", "pubdate", "publish-date", "publishdate", "publish_date", "entry-date", "post-date", "publish_time",
       "publish-time", "publishtime", "pubtime"});
  constexpr auto kDateNames = std::to_array<std::string_view>({"date", "datum", "fecha", "data", "time", "timestamp"});
  if (sign == DateSign::Time) {
    return dom[i].tag == Tag::Time || (dom[i].tag == Tag::Other && dom.has_attribute(i, "datetime"));
  }
  const std::string_view name = dom.attribute(i, "class");
  const auto has = [&](std::string_view word) { return has_name(name, word); };
  if (sign == DateSign::Class) {
    return std::ranges::any_of(kDateNames, has);
  }
  const bool called = std::ranges::find(kPublishedNames, dom.attribute(i, "id")) != kPublishedNames.end();
  return called || dom.has_attribute(i, "pubdate") || std::ranges::any_of(kPublishedNames, has);
}

/// Its runs of characters, which may touch on the page: "Feb", "18", "2009".
std::string parts_of(const Dom& dom, NodeIndex node) {
  std::string parts;
  for (NodeIndex i = node; i < dom[node].end; ++i) {
    const std::string_view part = dom[i].tag == Tag::Text ? ascii::trimmed(dom.characters(i)) : std::string_view{};
    parts += parts.empty() || part.empty() ? "" : " ";
    parts += part;
  }
  return parts;
}

/// Whether the text before an element, in the same block, calls what follows a change: "Updated: <time>".
bool is_called_change(const Dom& dom, NodeIndex node) {
  NodeIndex around = dom[node].parent;
  while (around != kNoNode && role_of(dom[around].tag) == Role::Inline) {
    around = dom[around].parent;
  }
  std::string before;
  for (NodeIndex i = around == kNoNode ? node : around; i < node; ++i) {
    if (dom[i].tag == Tag::Text) {
      before.append(" ").append(dom.characters(i));
    }
  }
  constexpr std::size_t kNear = 120;
  before.erase(0, utf8::floor(before, before.size() - std::min(kNear, before.size())));
  return ends_with_change(before);
}

}  // namespace

std::optional<PageDate> whole_date(std::string_view text, std::string_view language, std::string_view source) {
  const auto date = parse_date_in(text, language);
  return date && is_likely(*date) ? std::optional(PageDate{*date, source}) : std::nullopt;
}

std::optional<PageDate> line_date(std::string_view line, std::string_view language, std::string_view source) {
  const auto date = date_in_line(line, language);
  return date ? std::optional(PageDate{*date, source}) : std::nullopt;
}

std::string_view machine_readable(const Dom& dom, NodeIndex i) {
  for (const std::string_view attribute : {"datetime", "content", "title"}) {
    if (const std::string_view value = dom.attribute(i, attribute); !value.empty()) {
      return value;
    }
  }
  return {};
}

bool is_of_something_else(const Dom& dom, NodeIndex node) {
  const std::string name = ascii::lowered(dom.attribute(node, "class"));
  const bool updated = name.find("updated") != std::string::npos && name.find("published") == std::string::npos;
  if (updated || is_called_change(dom, node)) {
    return true;
  }
  for (; node != kNoNode; node = dom[node].parent) {
    const Label label = label_of(dom, node);
    const Tag tag = dom[node].tag;
    const std::string names = ascii::lowered(dom.attribute(node, "class"));
    const bool footer = names.find("footer") != std::string::npos ||
                        ascii::lowered(dom.attribute(node, "id")).find("footer") != std::string::npos;
    const bool related = label == Label::Furniture &&
                         (names.find("related") != std::string::npos || names.find("recommend") != std::string::npos);
    const bool other = tag == Tag::A && dom.attribute(node, "rel").find("bookmark") == std::string_view::npos;
    if (label == Label::Comments || tag == Tag::Aside || tag == Tag::Nav || tag == Tag::Footer ||
        tag == Tag::Blockquote || footer || related || other) {
      return true;
    }
  }
  return false;
}

std::optional<PageDate> date_in_microdata(const Dom& dom, std::string_view language) {
  for (const std::string_view property : {"datePublished", "dateCreated"}) {
    for (NodeIndex i = 0; i < dom.size(); ++i) {
      if (dom[i].tag != Tag::Text && dom.attribute(i, "itemprop").find(property) != std::string_view::npos) {
        const std::string_view machine = machine_readable(dom, i);
        auto date = whole_date(machine, language, "microdata");
        date = date ? date : whole_date(line_of(dom, i), language, "microdata");
        if (date) {
          return date;
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<PageDate> date_in_elements(const Dom& dom, NodeRange among, DateSign sign, std::string_view language) {
  constexpr int kMost = 20;  // a page with more lists other articles
  constexpr std::size_t kLongest = 60;
  int seen = 0;
  for (NodeIndex i = among.begin; i < among.end && seen < kMost; ++i) {
    if (dom[i].tag == Tag::Text || !has_date_sign(dom, i, sign) || is_of_something_else(dom, i)) {
      continue;
    }
    ++seen;
    for (const std::string_view attribute : {"datetime", "content", "title", "data-time", "data-timestamp"}) {
      if (auto date = whole_date(dom.attribute(i, attribute), language, "time")) {
        return date;
      }
    }
    for (const std::string& line : {line_of(dom, i), parts_of(dom, i)}) {
      if (auto date = line.size() <= kLongest ? line_date(line, language, "time") : std::nullopt) {
        return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
