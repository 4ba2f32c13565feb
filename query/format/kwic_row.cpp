// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/kwic_row.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "query/format/hit_row.h"

namespace nutgraf::format {
namespace {

using view::ConcordanceLine;

Row code_point(const std::optional<view::CodePoints>& place, std::uint32_t view::CodePoints::*end) {
  return place ? Row((*place).*end) : Row(nullptr);
}

struct LineKey {
  std::string_view name;
  Row (*value)(const ConcordanceLine& line);
};

constexpr std::array kLineKeys = {
    LineKey{"left", [](const ConcordanceLine& l) { return Row(l.left); }},
    LineKey{"node", [](const ConcordanceLine& l) { return Row(l.node); }},
    LineKey{"right", [](const ConcordanceLine& l) { return Row(l.right); }},
    LineKey{"start", [](const ConcordanceLine& l) { return code_point(l.place, &view::CodePoints::begin); }},
    LineKey{"end", [](const ConcordanceLine& l) { return code_point(l.place, &view::CodePoints::end); }},
};

// Of the article, as hits have them.
constexpr std::array<std::string_view, 12> kArticleFields = {
    "id", "passage", "date", "source", "title", "url", "lang", "time", "date_source", "authors", "section", "tags"};
constexpr std::array<std::string_view, 2> kArticleObjects = {"origin", "meta"};

bool is_article_field(std::string_view name) {
  const std::string_view object = name.substr(0, name.find('.'));
  return std::ranges::find(kArticleFields, name) != kArticleFields.end() ||
         (std::ranges::find(kArticleObjects, object) != kArticleObjects.end() && is_hit_field(name));
}

const LineKey* find_line_key(std::string_view name) {
  const auto* const found = std::ranges::find(kLineKeys, name, &LineKey::name);
  return found == kLineKeys.end() ? nullptr : found;
}

}  // namespace

std::vector<std::string> line_keys() {
  std::vector<std::string> keys = {"id", "passage", "date", "source", "title"};
  for (const LineKey& key : kLineKeys) {
    keys.emplace_back(key.name);
  }
  return keys;
}

bool is_line_field(std::string_view name) {
  return find_line_key(name) != nullptr || is_article_field(name);
}

std::string line_field_names() {
  std::vector<std::string> names = line_keys();
  for (const std::string_view name : kArticleFields) {
    if (std::ranges::find(names, name) == names.end()) {
      names.emplace_back(name);
    }
  }
  return fmt::format("{}, {}, origin.path, meta.KEY", fmt::join(names, ", "), fmt::join(kArticleObjects, ", "));
}

Row line_row(const ConcordanceLine& line, std::span<const std::string> fields) {
  view::Hit article;
  article.id = line.id;
  article.passage = line.passage;
  article.record = line.record;
  Row row = Row::object();
  for (const std::string& field : fields) {
    const LineKey* const key = find_line_key(field);
    row[field] = key != nullptr ? key->value(line) : hit_row(article, std::span(&field, 1)).at(field);
  }
  return row;
}

}  // namespace nutgraf::format
