// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/feed_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/json_text.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/sgml/tags.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/vocabulary.h"

namespace nutgraf::read::xml {
namespace {

constexpr std::string_view kMedia = "search.yahoo.com/mrss";

/// The name beside an address, before it or in brackets behind it; empty where there is an address alone.
std::string_view name_beside_address(std::string_view text) {
  const std::size_t at = text.find('@');
  const std::size_t open = std::min(text.find_first_of("(<"), text.size());
  if (at == std::string_view::npos) {
    return text;
  }
  if (open < at) {
    return ascii::trimmed(text.substr(0, open));
  }
  const std::size_t close = std::min(text.rfind(')'), text.size());
  return open < close ? text.substr(open + 1, close - open - 1) : std::string_view();
}

}  // namespace

std::string text_of_rss(const Element* field) {
  if (field == nullptr) {
    return {};
  }
  const bool holds_elements =
      std::ranges::any_of(field->content, [](const Node& one) { return one.element != nullptr; });
  const std::string text = text_of(field);
  return holds_elements ? markup_text(field)
                        : text_of_field(html::holds_html(text) ? text : sgml::without_references(text));
}

std::string name_in(const Element* field) {
  return lines::flattened(sgml::without_references(line_of(field)));
}

void add_authors(ArticleRecord& record, std::string_view text) {
  const std::string_view names = name_beside_address(text);
  if (names.empty() && record.authors.empty()) {
    add_metadata(record, "author", text);
  }
  for (std::string& author : split_authors(names)) {
    if (author.find('@') == std::string::npos && std::ranges::find(record.authors, author) == record.authors.end()) {
      record.authors.push_back(std::move(author));
    }
  }
}

std::string media_text(const Element& item) {
  const Element* const group = child_in(&item, kMedia, "group");
  const Element* const described = child_in(group != nullptr ? group : &item, kMedia, "description");
  return text_of_rss(described != nullptr ? described : child_in(&item, kPodcast, "summary"));
}

void add_rest(const Element& item, std::span<const std::string_view> taken, ArticleRecord& record) {
  std::vector<std::pair<std::string, std::vector<std::string>>> rest;
  for (const Node& node : item.content) {
    const Element* const element = node.element.get();
    if (element == nullptr || !std::ranges::all_of(element->content, [](const Node& one) { return !one.element; })) {
      continue;
    }
    const std::string name = qualified(element->name);
    std::string line = line_of(element);
    if (line.empty() || std::ranges::find(taken, std::string_view(name)) != taken.end()) {
      continue;
    }
    const auto same = std::ranges::find(rest, name, [](const auto& one) { return one.first; });
    auto& values = same != rest.end() ? same->second : rest.emplace_back(name, std::vector<std::string>{}).second;
    values.push_back(std::move(line));
  }
  for (const auto& [name, values] : rest) {
    add_metadata(record, name, values.size() == 1 ? values.front() : json_text(nlohmann::json(values)));
  }
}

}  // namespace nutgraf::read::xml
