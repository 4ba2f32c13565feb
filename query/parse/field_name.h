// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/parse/query_error.h"

/// Names before a colon: which are fields, and what was meant by those that are none.
namespace nutgraf::parse {

/// Letters, or meta. and a key.
[[nodiscard]] bool looks_like_field(std::string_view name);

/// The field's own spelling: names of fields are read in any case, the key of meta.KEY as written. Empty where there is
/// no such field.
[[nodiscard]] std::string field_spelling(std::string_view name);

/// What other tools call a field of ours: "host" for site, "title" for intitle; empty for any other name.
[[nodiscard]] std::string_view field_elsewhere(std::string_view name);

/// "did you mean source:? " where a field has a name near to this, or other tools call it so; else empty.
[[nodiscard]] std::string nearest_field(std::string_view name);

/// Of a name that is no field.
[[nodiscard]] QueryError unknown_field(std::string_view query, std::size_t byte, std::string_view name);

}  // namespace nutgraf::parse
