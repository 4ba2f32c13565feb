// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/read/text/head_fields.h"

namespace nutgraf::read::text {

/// The members of the JSON object that `text` begins with, on lines of its own and with a title or a date among them,
/// as Hugo writes front matter: texts, numbers and lists of texts. `text` moves behind it. Nothing where there is none.
[[nodiscard]] std::optional<std::vector<HeadEntry>> take_json_front_matter(std::string_view& text);

}  // namespace nutgraf::read::text
