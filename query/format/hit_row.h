// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/format/format.h"
#include "query/view/hit.h"

/// The keys of a hit in machine formats, and their values. A value that is not known is null.
namespace nutgraf::format {

/// rank score id passage ... printings: every key of a row, in order.
[[nodiscard]] std::vector<std::string> hit_keys();
/// The columns of csv and tsv.
[[nodiscard]] std::vector<std::string> hit_columns();
/// A key of a row, a key of the article's record (authors, section, tags, time, date_source) or "meta.KEY" and
/// "origin.KEY".
[[nodiscard]] bool is_hit_field(std::string_view name);
/// "rank, score, ..." for messages.
[[nodiscard]] std::string hit_field_names();

/// The row of `hit` with these fields.
[[nodiscard]] Row hit_row(const view::Hit& hit, std::span<const std::string> fields);

/// JSON text on one line; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string to_json(const Row& value);

}  // namespace nutgraf::format
