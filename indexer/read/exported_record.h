// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>

#include "indexer/article.h"

namespace nutgraf::read {

/// The article of a record that `nutgraf-index export` wrote, taken as it stands; nothing if this is none. What tells
/// such a record is `passage_offsets`, where in `text` its passages begin (code points).
[[nodiscard]] std::optional<Article> exported_record(simdjson::dom::object object);

}  // namespace nutgraf::read
