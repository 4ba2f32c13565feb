// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/format/format.h"

namespace nutgraf::format {

/// A row of kwic as a line of a terminal, the nodes one under the other: wide characters count as two columns, and text
/// from right to left stays in its own cell.
[[nodiscard]] std::string kwic_line(const Row& row, const FormatOptions& options);

}  // namespace nutgraf::format
