// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/format/format.h"

/// Rows as a table for people.
namespace nutgraf::format {

/// A line of names, then a line a row: numbers to the right, text to the left, cells parted by two blanks. Null is "-".
[[nodiscard]] std::string text_table(const std::vector<std::string>& columns, std::span<const Row> rows);

/// Rounded to 1e-6, so that rows are equal on any machine.
[[nodiscard]] double rounded_value(double value);

}  // namespace nutgraf::format
