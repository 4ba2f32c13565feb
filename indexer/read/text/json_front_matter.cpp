// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/json_front_matter.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/ascii.h"
#include "indexer/read/keys.h"

namespace nutgraf::read::text {
namespace {

/// The size of what stands before the first line that is a closing brace and nothing else, with it; 0 if there is none.
std::size_t size_of_object(std::string_view text) {
  constexpr std::size_t kLongest = 64UL * 1024;
  constexpr std::string_view kEnd = "\n}";
  text = text.substr(0, kLongest);
  for (std::size_t at = text.find(kEnd); at != std::string_view::npos; at = text.find(kEnd, at + 1)) {
    const std::size_t behind = at + kEnd.size();
    if (behind < text.size() && text[behind] == '\n') {
      return behind;
    }
  }
  return 0;
}

std::string text_in(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_primitive() && !value.is_null() ? value.dump() : "";
}

HeadEntry entry_of(const std::string& key, const nlohmann::json& value) {
  HeadEntry entry{key, {}};
  if (value.is_array()) {
    std::ranges::transform(value, std::back_inserter(entry.values), text_in);
  } else {
    entry.values.push_back(text_in(value));
  }
  std::erase(entry.values, std::string());
  return entry;
}

bool says_what_it_is(const HeadEntry& entry) {
  const auto known = automatic_key(entry.key, entry.values.front());
  return known && (known->field == Field::Title || known->field == Field::Date);
}

}  // namespace

std::optional<std::vector<HeadEntry>> take_json_front_matter(std::string_view& text) {
  const std::size_t size = text.starts_with('{') ? size_of_object(text) : 0;
  const nlohmann::json object = nlohmann::json::parse(text.substr(0, size), nullptr, false);
  if (!object.is_object()) {
    return std::nullopt;
  }
  std::vector<HeadEntry> entries;
  for (const auto& member : object.items()) {
    HeadEntry entry = entry_of(member.key(), member.value());
    if (!entry.values.empty()) {
      entries.push_back(std::move(entry));
    }
  }
  if (std::ranges::none_of(entries, says_what_it_is)) {
    return std::nullopt;
  }
  text.remove_prefix(size);
  return entries;
}

}  // namespace nutgraf::read::text
