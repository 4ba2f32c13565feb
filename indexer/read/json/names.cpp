// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/names.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/json/prose.h"
#include "indexer/read/people.h"

namespace nutgraf::read::json {
namespace {

using Split = std::vector<std::string> (*)(std::string_view text);

/// The names in a text, as `split` tells them apart.
std::vector<std::string> names_in(const std::string& text, Split split, html::ReferenceDecoder& decoder) {
  if (!ascii::trimmed(text).starts_with('[')) {
    return split(decoder.decoded(text));
  }
  // A quote that is a reference does not end an item of a printed list.
  std::vector<std::string> names = split(text);
  for (std::string& name : names) {
    name = decoder.decoded(std::move(name));
  }
  return names;
}

/// Of {"name": "glocations", "value": "China"} the value.
std::string tag_text(Value tag) {
  std::string_view value;
  simdjson::dom::object object;
  const bool named = tag.get(object) == simdjson::SUCCESS && object.at_key("value").get(value) == simdjson::SUCCESS;
  return named ? std::string(value) : as_text(tag);
}

/// Every element of an array is one name, all else is a text that may have several.
std::vector<std::string> names_of(std::span<const Value> values, std::string (*text_of)(Value value), Split split,
                                  html::ReferenceDecoder& decoder) {
  std::vector<std::string> names;
  for (const Value value : values) {
    simdjson::dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
      std::ranges::transform(array, std::back_inserter(names),
                             [&](Value element) { return decoder.decoded(text_of(element)); });
    } else {
      std::ranges::move(names_in(text_of(value), split, decoder), std::back_inserter(names));
    }
  }
  for (std::string& name : names) {
    name = std::string(ascii::trimmed(name));
  }
  std::erase(names, std::string());
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

std::string name_of(Value value, html::ReferenceDecoder& decoder) {
  return one_line(decoder.decoded(as_text(value)));
}

std::vector<std::string> authors_of(std::span<const Value> values, html::ReferenceDecoder& decoder) {
  return names_of(values, as_text, split_authors, decoder);
}

std::vector<std::string> tags_of(std::span<const Value> values, html::ReferenceDecoder& decoder) {
  return names_of(values, tag_text, split_tags, decoder);
}

std::vector<std::string> sections_of(std::span<const Value> values, html::ReferenceDecoder& decoder) {
  std::vector<std::string> sections;
  for (const Value value : elements_of(values)) {
    sections.push_back(name_of(value, decoder));
  }
  std::erase(sections, std::string());
  return sections;
}

}  // namespace nutgraf::read::json
