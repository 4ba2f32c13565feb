// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/meta_values.h"

#include <simdjson.h>

namespace nutgraf {
namespace {

std::string item_text(simdjson::dom::element item) {
  std::string_view text;
  return item.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(item);
}

}  // namespace

std::vector<std::string> meta_values(std::string_view value) {
  simdjson::dom::parser parser;
  simdjson::dom::array list;
  const bool may_be_list = value.starts_with('[') && value.ends_with(']');
  if (!may_be_list || parser.parse(value.data(), value.size()).get(list) != simdjson::SUCCESS) {
    return {std::string(value)};
  }
  std::vector<std::string> values;
  for (const simdjson::dom::element item : list) {
    values.push_back(item_text(item));
  }
  return values;
}

}  // namespace nutgraf
