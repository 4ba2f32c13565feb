// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/bulk_action.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/read/json/lookup.h"
#include "indexer/read/json/value.h"

namespace nutgraf::read::json {

std::optional<std::string> id_of_action(simdjson::dom::object object) {
  constexpr auto kActions = std::to_array<std::string_view>({"index", "create"});
  for (const std::string_view key : kActions) {
    const auto action = object.size() == 1 ? object_at(object, key) : std::nullopt;
    const auto is_own = [](const auto& field) { return field.key.starts_with('_') || field.key == "routing"; };
    if (action && std::ranges::all_of(*action, is_own)) {
      Value id;
      return action->at_key("_id").get(id) == simdjson::SUCCESS ? as_text(id) : std::string();
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::json
