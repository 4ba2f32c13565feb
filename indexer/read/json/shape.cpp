// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/shape.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "core/base/ascii.h"
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

bool looks_like_json(std::string_view front) {
  const std::string_view line = ascii::trimmed(front.substr(0, front.find('\n')));
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
  const std::size_t end = front.find('\n');
  if (end == std::string_view::npos) {
    return front.size() >= kFront / 2 ? Shape::Lines : Shape::Values;
  }
  // Lines where the first is whole, or where a later line begins a record at its left edge, as none does inside an
  // indented value.
  const bool record_below = front.find("\n{\"", end) == end || front.find("\n{ \"", end) == end;
  return record_below || is_json_object(ascii::trimmed(front.substr(0, end))) ? Shape::Lines : Shape::Values;
}

bool begins_json_lines(std::string_view front) {
  const std::size_t end = std::min(front.find('\n'), front.size());
  const std::string_view rest = front.substr(end);
  const std::string_view second =
      ascii::trimmed(rest.substr(0, rest.find('\n', std::min<std::size_t>(1, rest.size()))));
  const auto is_record = [](std::string_view line) { return line.starts_with("{\"") && is_json_object(line); };
  return is_record(ascii::trimmed(front.substr(0, end))) && is_record(second);
}

Evidence sniff_json(std::string_view front) {
  return looks_like_json(front) ? Evidence::Weak : Evidence::None;
}

}  // namespace nutgraf::read::json
