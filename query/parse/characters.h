// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// Which characters of a query are syntax.
namespace nutgraf::parse {

/// Double quotes: straight, curly, low, angle, full-width. Apostrophes never quote.
[[nodiscard]] bool is_quote(char32_t c);
/// Does `closing` end what `opening` began?
[[nodiscard]] bool closes(char32_t opening, char32_t closing);
/// Round brackets, those of full width too: Chinese and Japanese keyboards write them.
[[nodiscard]] bool is_opening_bracket(char32_t c);
[[nodiscard]] bool is_closing_bracket(char32_t c);
/// Is the straight or curly quote at this byte part of a word: between two Hebrew letters, where it is the gershayim?
[[nodiscard]] bool is_gershayim(std::string_view text, std::size_t byte);
/// Where the run of characters that begins at this byte ends: before white space, a bracket or a quote.
[[nodiscard]] std::size_t chunk_end(std::string_view text, std::size_t byte);

}  // namespace nutgraf::parse
