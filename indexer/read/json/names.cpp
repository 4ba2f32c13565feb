// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/json/prose.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"

namespace nutgraf::read::json {
namespace {

bool is_placeholder(std::string_view text) {
  constexpr auto kPlaceholders =
      std::to_array<std::string_view>({"nan", "none", "null", "n/a", "n.a.", "#n/a", "<na>", "undefined", "[deleted]",
                                       "[removed]", "\\n", "-", "--", "–", "—"});
  constexpr std::size_t kLongest = 12;
  text = ascii::trimmed(text);
  return text.size() <= kLongest && std::ranges::find(kPlaceholders, ascii::lowered(text)) != kPlaceholders.end();
}

/// Bylines of pages are copied with the links in them.
std::string plain(std::string text, ReferenceDecoder& decoder) {
  return html::holds_html(text) ? lines::flattened(html::html_to_text(text)) : decoder.decoded(std::move(text));
}

using Split = std::vector<std::string> (*)(std::string_view text);

/// The names in a text, as `split` tells them apart.
std::vector<std::string> names_in(const std::string& text, Split split, ReferenceDecoder& decoder) {
  if (!ascii::trimmed(text).starts_with('[')) {
    return split(one_line(plain(text, decoder)));
  }
  // A quote that is a reference does not end an item of a printed list.
  std::vector<std::string> names = split(text);
  for (std::string& name : names) {
    name = plain(std::move(name), decoder);
  }
  return names;
}

/// The first member with a value under one of `keys`, as plain_key() makes them; empty where there is none.
std::string member_text(simdjson::dom::object object, std::span<const std::string_view> keys) {
  for (const std::string_view key : keys) {
    for (const auto [name, value] : object) {
      if (!is_nothing(value) && plain_key(name) == key) {
        return std::string(ascii::trimmed(as_text(value)));
      }
    }
  }
  return {};
}

/// "Ann Lee" of {"given": "Ann", "family": "Lee"}; empty where an object has no such parts.
std::string name_in_parts(simdjson::dom::object person) {
  constexpr auto kGiven = std::to_array<std::string_view>(
      {"firstname", "givenname", "givennames", "given", "first", "forename", "vorname"});
  constexpr auto kMiddle = std::to_array<std::string_view>({"middlename", "middle"});
  constexpr auto kFamily =
      std::to_array<std::string_view>({"lastname", "familyname", "surname", "family", "last", "nachname"});
  std::string name;
  for (const auto keys : {std::span<const std::string_view>(kGiven), std::span<const std::string_view>(kMiddle),
                          std::span<const std::string_view>(kFamily)}) {
    const std::string part = member_text(person, keys);
    name.append(name.empty() || part.empty() ? "" : " ").append(part);
  }
  return name;
}

std::string person_text(Value value) {
  constexpr auto kWhole = std::to_array<std::string_view>({"name", "fullname", "displayname"});
  simdjson::dom::object person;
  if (value.get(person) != simdjson::SUCCESS) {
    return as_text(value);
  }
  Value name;
  if (person.at_key("name").get(name) == simdjson::SUCCESS && name.is_object()) {
    return person_text(name);
  }
  std::string text = member_text(person, kWhole);
  text = text.empty() ? name_in_parts(person) : text;
  return text.empty() ? as_text(value) : text;
}

/// Of {"name": "glocations", "value": "China"} the value.
std::string tag_text(Value tag) {
  std::string_view value;
  simdjson::dom::object object;
  const bool named = tag.get(object) == simdjson::SUCCESS && object.at_key("value").get(value) == simdjson::SUCCESS;
  return named ? std::string(value) : as_text(tag);
}

/// <authors><author>Ann</author></authors> is {"author": "Ann"} there.
Value without_wrapper(Value value, std::string (*text_of)(Value value)) {
  simdjson::dom::object object;
  const bool wraps = value.get(object) == simdjson::SUCCESS && object.size() == 1 && text_of(value).empty();
  return wraps ? (*object.begin()).value : value;
}

/// Every element of an array is one name, all else is a text that may have several.
std::vector<std::string> names_of(std::span<const Value> values, std::string (*text_of)(Value value), Split split,
                                  ReferenceDecoder& decoder) {
  std::vector<std::string> names;
  for (const Value outer : values) {
    const Value value = without_wrapper(outer, text_of);
    simdjson::dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
      std::ranges::transform(array, std::back_inserter(names),
                             [&](Value element) { return plain(text_of(element), decoder); });
    } else {
      std::ranges::move(names_in(text_of(value), split, decoder), std::back_inserter(names));
    }
  }
  for (std::string& name : names) {
    name = one_line(std::move(name));
  }
  std::erase_if(names, [](const std::string& name) { return name.empty() || is_placeholder(name); });
  return names;
}

}  // namespace

std::vector<Value> elements_of(std::span<const Value> values) {
  std::vector<Value> elements;
  const auto add = [&](Value value) {
    if (!is_nothing(value)) {
      elements.push_back(value);
    }
  };
  for (const Value value : values) {
    simdjson::dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
      std::ranges::for_each(array, add);
    } else {
      add(value);
    }
  }
  return elements;
}

bool says_no_name(Field field, Value value) {
  std::string_view text;
  const bool names =
      field == Field::Authors || field == Field::Source || field == Field::Section || field == Field::Tags;
  return names && value.get(text) == simdjson::SUCCESS && is_placeholder(text);
}

std::string name_of(Value value, ReferenceDecoder& decoder) {
  std::string name = one_line(plain(as_text(value), decoder));
  return is_placeholder(name) ? std::string() : name;
}

std::vector<std::string> authors_of(std::span<const Value> values, ReferenceDecoder& decoder) {
  std::vector<std::string> names;
  for (std::string& name : names_of(values, person_text, split_authors, decoder)) {
    if (std::ranges::find(names, name) == names.end()) {  // JSON Feed has them under two keys
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::vector<std::string> tags_of(std::span<const Value> values, ReferenceDecoder& decoder) {
  return names_of(values, tag_text, split_tags, decoder);
}

std::vector<std::string> sections_of(std::span<const Value> values, ReferenceDecoder& decoder) {
  std::vector<std::string> sections;
  for (const Value value : elements_of(values)) {
    sections.push_back(name_of(value, decoder));
  }
  std::erase(sections, std::string());
  return sections;
}

}  // namespace nutgraf::read::json
