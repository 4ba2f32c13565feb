// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/read/dates.h"

/// JSON values as the values of fields.
namespace nutgraf::read {

using Value = simdjson::dom::element;

/// A string, number or boolean as text; of an object its name, title, text or value; of an array its first element;
/// else empty.
[[nodiscard]] std::string as_text(Value value);
/// An array's elements, or the one value.
[[nodiscard]] std::vector<std::string> as_list(Value value);
/// Paragraphs of an array are parted by blank lines.
[[nodiscard]] std::string as_long_text(Value value);
[[nodiscard]] std::optional<WrittenDate> as_date(Value value);
/// Text as it is, everything else as compact JSON.
[[nodiscard]] std::string as_meta(Value value);
/// null, "", blanks, [], {}.
[[nodiscard]] bool is_nothing(Value value);

}  // namespace nutgraf::read
