// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace nutgraf::evaluate {

/// The columns of a line of a TREC file: separated by spaces, tabs and carriage returns.
[[nodiscard]] std::vector<std::string_view> columns_of(std::string_view line);

}  // namespace nutgraf::evaluate
