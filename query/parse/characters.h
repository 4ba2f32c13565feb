// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Query text character by character, and which characters are syntax.
namespace nutgraf {

struct QueryCharacter {
  char32_t code = 0;
  std::uint32_t bytes = 1;
};

/// The character that begins at this byte; a byte that begins none is U+FFFD of one byte.
[[nodiscard]] QueryCharacter character_at(std::string_view text, std::size_t byte);

/// White space of any script, U+200B and U+FEFF.
[[nodiscard]] bool is_blank(char32_t c);
/// Double quotes: straight, curly, low, angle, full-width. Apostrophes never quote.
[[nodiscard]] bool is_quote(char32_t c);
/// Does `closing` end what `opening` began?
[[nodiscard]] bool closes(char32_t opening, char32_t closing);
/// Is the straight or curly quote at this byte part of a word: between two Hebrew letters, where it is the gershayim?
[[nodiscard]] bool is_gershayim(std::string_view text, std::size_t byte);
/// Two columns on a terminal.
[[nodiscard]] bool is_wide(char32_t c);
/// Takes no column: combining marks, joiners.
[[nodiscard]] bool is_zero_width(char32_t c);
/// Where the run of characters that begins at this byte ends: before a blank, a bracket or a quote.
[[nodiscard]] std::size_t chunk_end(std::string_view text, std::size_t byte);

}  // namespace nutgraf
