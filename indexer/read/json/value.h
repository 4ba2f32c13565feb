// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/read/dates/written_date.h"

/// JSON values as the values of fields.
namespace nutgraf::read::json {

using Value = simdjson::dom::element;

/// A string, number or boolean as text; of an object its name, title, text, value or original; of an array its first
/// element; else empty.
[[nodiscard]] std::string as_text(Value value);
/// Of an object its date or seconds; `language` as for parse_date().
[[nodiscard]] std::optional<dates::WrittenDate> as_date(Value value, std::string_view language = {});
/// Text as it is, everything else as compact JSON.
[[nodiscard]] std::string as_meta(Value value);
/// Several values as a JSON array, one as it is.
[[nodiscard]] std::string as_meta(std::span<const Value> values);
/// null, "", spaces, [], {}.
[[nodiscard]] bool is_nothing(Value value);

}  // namespace nutgraf::read::json
