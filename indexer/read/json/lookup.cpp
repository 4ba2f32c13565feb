// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/lookup.h"

#include "core/base/ascii.h"

namespace nutgraf::read::json {

using Object = simdjson::dom::object;

std::string_view plain_at(Object object, std::string_view key) {
  std::string_view text;
  return object.at_key(key).get(text) == simdjson::SUCCESS ? ascii::trimmed(text) : std::string_view();
}

std::optional<Object> object_at(Object object, std::string_view key) {
  Object inner;
  return object.at_key(key).get(inner) == simdjson::SUCCESS ? std::optional(inner) : std::nullopt;
}

std::vector<Object> objects_at(Object object, std::string_view key) {
  std::vector<Object> found;
  simdjson::dom::array array;
  if (object.at_key(key).get(array) == simdjson::SUCCESS) {
    for (const simdjson::dom::element element : array) {
      Object inner;
      if (element.get(inner) == simdjson::SUCCESS) {
        found.push_back(inner);
      }
    }
  }
  return found;
}

}  // namespace nutgraf::read::json
