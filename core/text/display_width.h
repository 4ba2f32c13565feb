// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How much room text takes on a terminal.
namespace nutgraf {

/// Columns (unicode::display_width).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// C0 and C1 controls and DEL; the line feed is none.
[[nodiscard]] bool is_control(char32_t character);
/// The text with control characters (which could drive a terminal) as spaces, tabs too, and without what reorders it;
/// line feeds stay. An invalid byte becomes U+FFFD.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace nutgraf
