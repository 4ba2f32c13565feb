// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/date_elements.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/label.h"

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
      {"published", "pubdate", "publish-date", "publishdate", "entry-date", "post-date"});
  constexpr auto kDateNames = std::to_array<std::string_view>({"date", "datum", "fecha", "data", "time", "timestamp"});
  if (sign == DateSign::Time) {
    return dom[i].tag == Tag::Time;
  }
  const std::string_view name = dom.attribute(i, "class");
  const auto has = [&](std::string_view word) { return has_name(name, word); };
  return sign == DateSign::Published ? dom.has_attribute(i, "pubdate") || std::ranges::any_of(kPublishedNames, has)
                                     : std::ranges::any_of(kDateNames, has);
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
  if (name.find("updated") != std::string::npos && name.find("published") == std::string::npos) {
    return true;
  }
  for (; node != kNoNode; node = dom[node].parent) {
    const Label label = label_of(dom, node);
    const Tag tag = dom[node].tag;
    const bool footer = ascii::lowered(dom.attribute(node, "class")).find("footer") != std::string::npos ||
                        ascii::lowered(dom.attribute(node, "id")).find("footer") != std::string::npos;
    const bool other = tag == Tag::A && dom.attribute(node, "rel").find("bookmark") == std::string_view::npos;
    if (label == Label::Comments || tag == Tag::Aside || tag == Tag::Nav || tag == Tag::Footer || footer || other) {
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

std::optional<PageDate> date_in_elements(const Dom& dom, DateSign sign, std::string_view language) {
  constexpr int kMost = 20;  // a page with more lists other articles
  constexpr std::size_t kLongest = 60;
  int seen = 0;
  for (NodeIndex i = 0; i < dom.size() && seen < kMost; ++i) {
    if (dom[i].tag == Tag::Text || !has_date_sign(dom, i, sign) || is_of_something_else(dom, i)) {
      continue;
    }
    ++seen;
    if (auto date = whole_date(machine_readable(dom, i), language, "time")) {
      return date;
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
