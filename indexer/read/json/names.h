// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/read/json/value.h"
#include "indexer/read/keys.h"
#include "indexer/read/references.h"

/// The names that values of records contain: of people, tags, sections and sources.
namespace nutgraf::read::json {

/// The elements of arrays, and the values that are none; nothing that is empty.
[[nodiscard]] std::vector<Value> elements_of(std::span<const Value> values);

/// Whether a value of a field that contains names is what programs write for none: "nan", "None", "N/A", "-".
[[nodiscard]] bool says_no_name(Field field, Value value);

/// On one line; empty for what says that there is none.
[[nodiscard]] std::string name_of(Value value, ReferenceDecoder& decoder);

/// A text may name several.
[[nodiscard]] std::vector<std::string> authors_of(std::span<const Value> values, ReferenceDecoder& decoder);
[[nodiscard]] std::vector<std::string> tags_of(std::span<const Value> values, ReferenceDecoder& decoder);
[[nodiscard]] std::vector<std::string> sections_of(std::span<const Value> values, ReferenceDecoder& decoder);

}  // namespace nutgraf::read::json
