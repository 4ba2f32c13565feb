// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string_view>
#include <vector>

/// Values of one type under a key of an object.
namespace nutgraf::read::json {

/// Without white space around it; empty where there is no text.
[[nodiscard]] std::string_view plain_at(simdjson::dom::object object, std::string_view key);
[[nodiscard]] std::optional<simdjson::dom::object> object_at(simdjson::dom::object object, std::string_view key);
/// Those in an array; its other elements are left out.
[[nodiscard]] std::vector<simdjson::dom::object> objects_at(simdjson::dom::object object, std::string_view key);

}  // namespace nutgraf::read::json
