// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "query/format/format.h"

/// Rows as a table for people.
namespace nutgraf::format {

/// A line of names, then one line per row: numbers right, text left, cells separated by two spaces. Null is "-".
[[nodiscard]] std::string text_table(const std::vector<std::string>& columns, std::span<const Row> rows);

/// Rounded to 1e-6, so that rows are equal on any machine.
[[nodiscard]] double rounded_value(double value);

/// How often in a million tokens; null where there are none.
[[nodiscard]] Row rate(std::uint64_t count, std::uint64_t tokens);

}  // namespace nutgraf::format
