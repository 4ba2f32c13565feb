// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Letters that replace * and ? while a text is cut into words, so that what surrounds them stays one word. Rare ones:
/// LATIN LETTER SINOLOGICAL DOT and LATIN EPIGRAPHIC LETTER SIDEWAYS I, which have no case and fold to themselves.
namespace nutgraf::bind {

inline constexpr std::string_view kStarLetter = "\uA78F";
inline constexpr std::string_view kMarkLetter = "\uA7F7";

/// Is there a ? between two letters or digits here?
[[nodiscard]] bool is_inner_mark(std::string_view text, std::size_t at);

/// Wildcards as letters, and back.
[[nodiscard]] std::string with_letters(std::string_view text);
[[nodiscard]] std::string with_signs(std::string_view marked);

}  // namespace nutgraf::bind
