// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace nutgraf::format {

/// A bar of block characters, `columns` long where part is all, to an eighth of a column; never empty where part > 0.
[[nodiscard]] std::string bar(double part, double all, std::size_t columns);

}  // namespace nutgraf::format
