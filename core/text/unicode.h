// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

/// Properties of characters, from ICU's tables.
namespace nutgraf::unicode {

/// White space of any script, and U+200B and U+FEFF, which nobody sees.
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);  // never of Georgian, whose sentences begin with small letters

/// Columns on a terminal: 2 for East Asian wide characters, 0 for combining marks and invisible characters.
[[nodiscard]] std::size_t display_width(char32_t c);

/// Shown as part of the character before it: accents, joiners, variation selectors, skin tones.
[[nodiscard]] bool extends_character(char32_t c);

/// A letter of a script written from right to left.
[[nodiscard]] bool is_right_to_left(char32_t c);
/// Embeddings, overrides and isolates: invisible, they reorder all that stands behind them. The marks of direction
/// (U+200E, U+200F, U+061C) do not: like a letter they move only the signs beside them, and Arabic and Hebrew need
/// them.
[[nodiscard]] bool reorders_text(char32_t c);

}  // namespace nutgraf::unicode
