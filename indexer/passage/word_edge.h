// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf::passage {

/// Where to cut a text that ends no sentence near `end`, a byte at which a word or a character begins: there, or a
/// little before it in scripts that are written without spaces, after a blank or else between two words as ICU's
/// dictionaries know them. Never 0 and never inside a character.
[[nodiscard]] std::size_t word_edge(std::string_view text, std::size_t end);

}  // namespace nutgraf::passage
