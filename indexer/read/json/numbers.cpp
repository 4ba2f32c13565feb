// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/numbers.h"

#include <algorithm>
#include <charconv>

#include "core/base/ascii.h"

namespace nutgraf::read::json {
namespace {

using simdjson::dom::element_type;

constexpr char kMark = '\x01';
constexpr std::string_view kOpening = R"("\u0001)";  // of a marked string, in JSON

std::size_t digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), ascii::is_digit) - text.begin());
}

/// Takes one digit or more off the front; false if there is none.
bool take_digits(std::string_view& text) {
  const std::size_t count = digits(text);
  text.remove_prefix(count);
  return count > 0;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

/// By the grammar of JSON: no zero in front, digits on both sides of the point.
bool is_number(std::string_view text) {
  (void)take(text, "-");
  if (text.starts_with('0')) {
    text.remove_prefix(1);
  } else if (!take_digits(text)) {
    return false;
  }
  if (take(text, ".") && !take_digits(text)) {
    return false;
  }
  if (take(text, "eE")) {
    (void)take(text, "+-");
    return take_digits(text) && text.empty();
  }
  return text.empty();
}

template <typename Integer>
bool is(std::string_view text) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_kept_by_parser(std::string_view number) {
  return is<std::int64_t>(number) || is<std::uint64_t>(number);
}

/// After the closing quote of the string that opens at `at`.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  while (true) {
    const std::size_t quote = json.find('"', at + 1);
    if (quote == std::string_view::npos) {
      return json.size();
    }
    std::size_t slashes = 0;
    while (json[quote - 1 - slashes] == '\\') {
      ++slashes;
    }
    if (slashes % 2 == 0) {
      return quote + 1;
    }
    at = quote;
  }
}

bool any_holds_fraction(simdjson::dom::object object) {
  return std::any_of(object.begin(), object.end(), [](const auto& field) { return holds_fraction(field.value); });
}

bool any_holds_fraction(simdjson::dom::array array) {
  return std::any_of(array.begin(), array.end(), [](const auto& value) { return holds_fraction(value); });
}

}  // namespace

bool holds_fraction(simdjson::dom::element value) {
  switch (value.type()) {
    case element_type::DOUBLE:
      return true;
    case element_type::OBJECT:
      return any_holds_fraction(simdjson::dom::object(value));
    case element_type::ARRAY:
      return any_holds_fraction(simdjson::dom::array(value));
    case element_type::STRING:
    case element_type::NULL_VALUE:
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::BOOL:
      return false;
  }
  return false;
}

std::size_t mark_numbers(std::string& json) {
  std::string marked;
  std::size_t count = 0;
  std::size_t copied = 0;
  const std::string_view text = json;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = end_of_string(text, at);
    } else if (ascii::is_digit(text[at]) || text[at] == '-') {
      const std::size_t end = std::min(text.find_first_not_of("0123456789+-.eE", at), text.size());
      const std::string_view number = text.substr(at, end - at);
      if (is_number(number) && !is_kept_by_parser(number)) {
        marked.append(text.substr(copied, at - copied)).append(kOpening).append(number).append("\"");
        copied = end;
        ++count;
      }
      at = end;
    } else {
      ++at;
    }
  }
  if (count > 0) {
    marked.append(text.substr(copied));
    json = std::move(marked);
  }
  return count;
}

std::string_view marked_number(std::string_view text) {
  const bool marked = text.starts_with(kMark) && is_number(text.substr(1));
  return marked ? text.substr(1) : std::string_view{};
}

void unmark_numbers(std::string& json) {
  std::string plain;
  std::string_view rest = json;
  for (std::size_t at = rest.find(kOpening); at != std::string_view::npos; at = rest.find(kOpening)) {
    const std::size_t first = at + kOpening.size();
    const std::string_view number = rest.substr(first, rest.find('"', first) - first);
    const bool marked = is_number(number) && first + number.size() < rest.size();
    plain.append(rest.substr(0, marked ? at : first)).append(number);
    rest.remove_prefix(first + number.size() + (marked ? 1 : 0));
  }
  json = plain.append(rest);
}

}  // namespace nutgraf::read::json
