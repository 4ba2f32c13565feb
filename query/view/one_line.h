// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Pieces of text for one line of a list.
namespace nutgraf::view {

/// Runs of white space and control characters become one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// The longest beginning or end of a text that fits into N columns of a terminal; no letter is without its marks, and
/// no mark without its letter.
[[nodiscard]] std::string_view first_columns(std::string_view text, std::size_t columns);
[[nodiscard]] std::string_view last_columns(std::string_view text, std::size_t columns);

/// Holds the text characters that are written from right to left?
[[nodiscard]] bool has_right_to_left(std::string_view text);
/// The text as an island of its own for the bidirectional algorithm (FSI, PDI), its own controls taken out, its
/// marks of direction kept.
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace nutgraf::view
