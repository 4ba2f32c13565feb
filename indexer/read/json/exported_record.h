// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>

#include "indexer/article.h"

namespace nutgraf::read::json {

/// The article of a record that `nutgraf-index export` wrote, taken as it stands; nothing if it is another record.
/// `passage_offsets`, where in `text` its passages begin (code points), marks such records.
[[nodiscard]] std::optional<Article> exported_record(simdjson::dom::object object);

}  // namespace nutgraf::read::json
