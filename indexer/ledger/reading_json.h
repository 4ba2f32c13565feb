// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "indexer/read/reader.h"

/// Reading options as the ledger and the manifest keep them.
namespace nutgraf::ledger {

[[nodiscard]] nlohmann::ordered_json to_json(const read::ReadOptions& reading);
/// Throws nlohmann::json::exception where a key is missing or of another type.
[[nodiscard]] read::ReadOptions reading_from_json(const nlohmann::json& json);

}  // namespace nutgraf::ledger
