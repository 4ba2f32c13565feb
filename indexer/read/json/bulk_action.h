// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>

namespace nutgraf::read::json {

/// The id in a line that says what is to be done with the record on the next, as in the bulk files of Elasticsearch:
/// {"index": {"_id": "7"}}. Empty where it names none; nothing for all other records.
[[nodiscard]] std::optional<std::string> id_of_action(simdjson::dom::object object);

}  // namespace nutgraf::read::json
