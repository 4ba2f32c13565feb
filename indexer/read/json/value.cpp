// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/value.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/base/ascii.h"
#include "indexer/read/dates/date_numbers.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/json/numbers.h"

namespace nutgraf::read::json {
namespace {

using simdjson::dom::element_type;

std::string_view string_of(Value value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return {};
  }
  const std::string_view number = marked_number(text);
  return number.empty() ? text : number;
}

/// Of a number that is no 64-bit integer; nothing if it is none or too large.
std::optional<double> fraction_of(Value value) {
  std::string_view text;
  double fraction = 0;
  if (value.get(text) == simdjson::SUCCESS) {
    text = marked_number(text);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), fraction);
    return !text.empty() && error == std::errc() ? std::optional(fraction) : std::nullopt;
  }
  return value.is_double() && value.get(fraction) == simdjson::SUCCESS ? std::optional(fraction) : std::nullopt;
}

std::string printed(Value value) {
  std::string json = simdjson::minify(value);
  unmark_numbers(json);
  return json;
}

/// What stands for an object where a plain value is wanted.
std::optional<Value> heart_of(simdjson::dom::object object) {
  constexpr auto kHearts = std::to_array<std::string_view>(
      {"name",        "title",  "webTitle", "text", "value", "original", "rendered", "term",        "$oid",  "$date",
       "$numberLong", "@value", "#text",    "_",    "date",  "_seconds", "seconds",  "displayName", "label", "slug"});
  for (const std::string_view key : kHearts) {
    Value value;
    if (object.at_key(key).get(value) == simdjson::SUCCESS && !is_nothing(value)) {
      return value;
    }
  }
  return std::nullopt;
}

std::optional<Value> heart_of(Value value) {
  simdjson::dom::object object;
  if (value.get(object) == simdjson::SUCCESS) {
    return heart_of(object);
  }
  simdjson::dom::array array;
  if (value.get(array) == simdjson::SUCCESS && array.size() > 0) {
    return array.at(0).value();
  }
  return std::nullopt;
}

}  // namespace

bool is_nothing(Value value) {
  switch (value.type()) {
    case element_type::NULL_VALUE:
      return true;
    case element_type::STRING:
      return ascii::trimmed(string_of(value)).empty();
    case element_type::ARRAY:
      return simdjson::dom::array(value).size() == 0;
    case element_type::OBJECT:
      return simdjson::dom::object(value).size() == 0;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
    case element_type::BOOL:
      return false;
  }
  return false;
}

std::string as_text(Value value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(string_of(value));
    case element_type::NULL_VALUE:
      return {};
    case element_type::ARRAY:
    case element_type::OBJECT: {
      const auto heart = heart_of(value);
      return heart ? as_text(*heart) : std::string();
    }
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
    case element_type::BOOL:
      return simdjson::minify(value);
  }
  return {};
}

std::optional<dates::WrittenDate> as_date(Value value, std::string_view language) {
  std::int64_t whole = 0;
  if (value.get(whole) == simdjson::SUCCESS) {
    return dates::parse_number(whole);
  }
  if (const auto fraction = fraction_of(value)) {
    return std::abs(*fraction) < 9e18 ? dates::parse_number(static_cast<std::int64_t>(std::floor(*fraction)))
                                      : std::nullopt;
  }
  if (value.is_string()) {
    return dates::parse_date(string_of(value), language);
  }
  const auto heart = heart_of(value);
  return heart ? as_date(*heart, language) : std::nullopt;
}

std::string as_meta(Value value) {
  return value.is_string() ? std::string(string_of(value)) : printed(value);
}

std::string as_meta(std::span<const Value> values) {
  if (values.size() == 1) {
    return as_meta(values.front());
  }
  std::string list;
  for (const Value value : values) {
    list.append(list.empty() ? "[" : ",").append(printed(value));
  }
  return list.append("]");
}

}  // namespace nutgraf::read::json
