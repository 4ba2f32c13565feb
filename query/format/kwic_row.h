// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/format/format.h"
#include "query/view/concordance.h"

/// The keys of a line of a concordance, and their values. A value that is not known is null.
namespace nutgraf::format {

/// id passage date ... end, in order.
[[nodiscard]] std::vector<std::string> line_keys();
/// One of these, or a field of the article that hits have too: url, lang, authors, meta.KEY, ...
[[nodiscard]] bool is_line_field(std::string_view name);
/// "id, passage, ..." for messages.
[[nodiscard]] std::string line_field_names();

[[nodiscard]] Row line_row(const view::ConcordanceLine& line, std::span<const std::string> fields);

}  // namespace nutgraf::format
