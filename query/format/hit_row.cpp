// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/hit_row.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/base/json_text.h"

namespace nutgraf::format {
namespace {

struct Key {
  std::string_view name;
  Row (*value)(const view::Hit& hit);
};

Row known(const std::string& text) {
  return text.empty() ? Row(nullptr) : Row(text);
}

Row ranges(const std::vector<view::CodePoints>& spans) {
  Row list = Row::array();
  for (const view::CodePoints& span : spans) {
    list.push_back(Row::array({span.begin, span.end}));
  }
  return list;
}

Row ids_of(const std::vector<view::Printing>& copies) {
  Row list = Row::array();
  for (const view::Printing& copy : copies) {
    list.push_back(copy.id);
  }
  return list;
}

Row printings(const std::vector<view::Printing>& copies) {
  Row list = Row::array();
  for (const view::Printing& copy : copies) {
    list.push_back({{"id", copy.id}, {"source", known(copy.source)}, {"date", known(copy.date)}});
  }
  return list;
}

// What a record contains beside the keys of its own: authors, section and tags, then whatever the input had.
Row metadata_of(const view::Hit& hit) {
  Row object = Row::object();
  if (!hit.record.authors.empty()) {
    object["authors"] = hit.record.authors;
  }
  if (!hit.record.section.empty()) {
    object["section"] = hit.record.section;
  }
  if (!hit.record.tags.empty()) {
    object["tags"] = hit.record.tags;
  }
  for (const auto& [key, value] : hit.record.meta) {
    object[key] = value;
  }
  return object;
}

Row origin_of(const view::Hit& hit) {
  const Origin& origin = hit.record.origin;
  Row object = Row::object();
  object["path"] = known(origin.path);
  object["member"] = known(origin.member);
  object["offset"] = origin.offset;
  object["page"] = origin.page == 0 ? Row(nullptr) : Row(origin.page);
  return object;
}

constexpr std::array kKeys = {
    Key{"rank", [](const view::Hit& h) { return Row(h.rank); }},
    Key{"score", [](const view::Hit& h) { return Row(h.score); }},
    Key{"id", [](const view::Hit& h) { return Row(h.id); }},
    Key{"passage", [](const view::Hit& h) { return Row(h.passage); }},
    Key{"title", [](const view::Hit& h) { return known(h.record.title); }},
    Key{"date", [](const view::Hit& h) { return known(h.record.date); }},
    Key{"source", [](const view::Hit& h) { return known(h.record.source); }},
    Key{"url", [](const view::Hit& h) { return known(h.record.url); }},
    Key{"lang", [](const view::Hit& h) { return known(h.record.language); }},
    Key{"text", [](const view::Hit& h) { return Row(h.text); }},
    Key{"snippet", [](const view::Hit& h) { return Row(h.snippet); }},
    Key{"highlights", [](const view::Hit& h) { return ranges(h.highlights); }},
    Key{"copies", [](const view::Hit& h) { return ids_of(h.copies); }},
    Key{"origin", origin_of},
    Key{"meta", metadata_of},
    Key{"printings", [](const view::Hit& h) { return printings(h.copies); }},
};

// Given only when asked for.
constexpr std::array kOtherKeys = {
    Key{"passages", [](const view::Hit& h) { return Row(h.passages); }},
    Key{"time", [](const view::Hit& h) { return known(h.record.time); }},
    Key{"date_source", [](const view::Hit& h) { return known(h.record.date_source); }},
    Key{"authors", [](const view::Hit& h) { return Row(h.record.authors); }},
    Key{"section", [](const view::Hit& h) { return known(h.record.section); }},
    Key{"tags", [](const view::Hit& h) { return Row(h.record.tags); }},
    Key{"before", [](const view::Hit& h) { return Row(h.before); }},
    Key{"after", [](const view::Hit& h) { return Row(h.after); }},
    Key{"explanation", [](const view::Hit& h) { return Row(h.explanation); }},
    Key{"snippet_highlights", [](const view::Hit& h) { return ranges(h.snippet_highlights); }},
};

constexpr std::string_view kMetaFields = "meta.";
constexpr std::string_view kOriginFields = "origin.";
constexpr std::array<std::string_view, 4> kOriginKeys = {"path", "member", "offset", "page"};

template <std::size_t N>
const Key* find_key(const std::array<Key, N>& keys, std::string_view name) {
  const auto* found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return found == keys.end() ? nullptr : found;
}

const Key* find_key(std::string_view name) {
  const Key* key = find_key(kKeys, name);
  return key != nullptr ? key : find_key(kOtherKeys, name);
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

Row member_of(const Row& object, std::string_view key) {
  const auto found = object.find(std::string(key));
  return found == object.end() ? Row(nullptr) : *found;
}

Row field_value(const view::Hit& hit, std::string_view field) {
  if (const Key* key = find_key(field)) {
    return key->value(hit);
  }
  if (starts_with(field, kMetaFields)) {
    return member_of(metadata_of(hit), field.substr(kMetaFields.size()));
  }
  return member_of(origin_of(hit), field.substr(kOriginFields.size()));
}

/// nlohmann's numbers are not always the shortest: 0.9869560000000001.
std::string shortest(double number) {
  std::string text = fmt::format("{}", number);
  return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

template <class Items, class Append>
void append_list(const Items& items, std::string_view brackets, Append append, std::string& text) {
  text += brackets.front();
  for (auto item = items.begin(); item != items.end(); ++item) {
    text += item == items.begin() ? "" : ",";
    append(item);
  }
  text += brackets.back();
}

void append_json(const Row& value, std::string& text) {  // NOLINT(misc-no-recursion)
  if (value.is_object()) {
    append_list(
        value, "{}",
        [&text](const Row::const_iterator& item) {
          text.append(json_text(Row(item.key()))).append(":");
          append_json(*item, text);
        },
        text);
  } else if (value.is_array()) {
    append_list(
        value, "[]", [&text](const Row::const_iterator& item) { append_json(*item, text); }, text);
  } else if (value.is_number_float() && std::isfinite(value.get<double>())) {
    text += shortest(value.get<double>());
  } else {
    text += json_text(value);
  }
}

}  // namespace

std::vector<std::string> hit_keys() {
  std::vector<std::string> names;
  names.reserve(std::size(kKeys));
  for (const Key& key : kKeys) {
    names.emplace_back(key.name);
  }
  return names;
}

std::vector<std::string> hit_columns() {
  return {"rank", "score", "id", "passage", "title", "date", "source", "url", "lang", "snippet"};
}

bool is_hit_field(std::string_view name) {
  if (starts_with(name, kOriginFields)) {
    const std::string_view key = name.substr(kOriginFields.size());
    return std::find(kOriginKeys.begin(), kOriginKeys.end(), key) != kOriginKeys.end();
  }
  return find_key(name) != nullptr || (starts_with(name, kMetaFields) && name.size() > kMetaFields.size());
}

std::string hit_field_names() {
  std::vector<std::string> names = hit_keys();
  for (const Key& key : kOtherKeys) {
    names.emplace_back(key.name);
  }
  return fmt::format("{}, origin.path, meta.KEY", fmt::join(names, ", "));
}

Row hit_row(const view::Hit& hit, std::span<const std::string> fields) {
  Row row = Row::object();
  for (const std::string& field : fields) {
    row[field] = field_value(hit, field);
  }
  return row;
}

std::string to_json(const Row& value) {
  std::string text;
  append_json(value, text);
  return text;
}

}  // namespace nutgraf::format
