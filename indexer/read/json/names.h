// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/read/html/references.h"
#include "indexer/read/json/value.h"

/// The names that values of records contain: of people, tags, sections and sources.
namespace nutgraf::read::json {

/// The elements of arrays, and the values that are none; nothing that is empty.
[[nodiscard]] std::vector<Value> elements_of(std::span<const Value> values);

/// On one line.
[[nodiscard]] std::string name_of(Value value, html::ReferenceDecoder& decoder);

/// A text may name several.
[[nodiscard]] std::vector<std::string> authors_of(std::span<const Value> values, html::ReferenceDecoder& decoder);
[[nodiscard]] std::vector<std::string> tags_of(std::span<const Value> values, html::ReferenceDecoder& decoder);
[[nodiscard]] std::vector<std::string> sections_of(std::span<const Value> values, html::ReferenceDecoder& decoder);

}  // namespace nutgraf::read::json
