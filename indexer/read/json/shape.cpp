// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/shape.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/front.h"
#include "indexer/read/json/numbers.h"

namespace nutgraf::read::json {
namespace {

bool is_json_object(std::string_view line) {
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  auto error = parser.parse(line.data(), line.size()).get(element);
  std::string marked(line);
  if (error == simdjson::NUMBER_ERROR && mark_numbers(marked) > 0) {
    error = parser.parse(marked).get(element);
  }
  return error == simdjson::SUCCESS && element.is_object();
}

/// The first line, whichever sign ends it, without the byte-order mark of a file that was joined to another.
std::string_view first_line(std::string_view text) {
  text = ascii::trimmed(text);
  text.remove_prefix(text.starts_with(utf8::kByteOrderMarkBytes) ? utf8::kByteOrderMarkBytes.size() : 0);
  return ascii::trimmed(text.substr(0, text.find_first_of("\r\n")));
}

bool looks_like_json(std::string_view front) {
  const std::string_view line = first_line(front);
  if (line.starts_with("{\"") && is_json_object(line)) {
    return true;
  }
  const std::string_view inside = front.starts_with('[') ? ascii::trimmed(front.substr(1)) : front;
  return inside.size() != front.size() && inside.starts_with('{') && ascii::trimmed(inside.substr(1)).starts_with('"');
}

}  // namespace

Shape shape_of(std::string_view front) {
  if (!front.starts_with('{')) {
    return Shape::Values;
  }
  const std::size_t end = front.find_first_of("\r\n");
  if (end == std::string_view::npos) {
    return front.size() >= kFront / 2 ? Shape::Lines : Shape::Values;
  }
  // Lines where the first is whole, or is damaged and a record begins at the left edge of the next, as in a value only
  // after a comma or an opening bracket.
  const std::string_view first = ascii::trimmed(front.substr(0, end));
  const std::string_view next = front.substr(std::min(front.find_first_not_of("\r\n", end), front.size()));
  const bool goes_on = std::string_view(",[{:").find(first.back()) != std::string_view::npos;
  const bool record_below = !goes_on && (next.starts_with("{\"") || next.starts_with("{ \""));
  return record_below || is_json_object(first) ? Shape::Lines : Shape::Values;
}

bool begins_json_lines(std::string_view front) {
  const auto is_record = [](std::string_view line) { return line.starts_with("{\"") && is_json_object(line); };
  const std::size_t end = std::min(front.find_first_of("\r\n"), front.size());
  return is_record(first_line(front)) && is_record(first_line(front.substr(end)));
}

std::size_t assignment_length(std::string_view front) {
  constexpr std::string_view kBegin = "window.YTD.";
  constexpr std::size_t kLongest = 100;
  const std::size_t array = front.find_first_of("[{");
  const std::string_view name = ascii::trimmed(front.substr(0, std::min(array, front.size())));
  return array < kLongest && name.starts_with(kBegin) && name.ends_with('=') ? array : 0;
}

Evidence sniff_json(std::string_view front) {
  if (assignment_length(front) > 0) {
    return Evidence::Strong;
  }
  return looks_like_json(front) ? Evidence::Weak : Evidence::None;
}

}  // namespace nutgraf::read::json
