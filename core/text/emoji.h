// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/characters.h"
#include "core/text/token.h"

namespace nutgraf {

/// An emoji with its modifiers and what zero-width joiners add, or a flag of two letters.
struct Emoji {
  ByteSpan span;           // without trailing invisible characters; empty for half a flag
  std::uint32_t next = 0;  // where reading continues
};

/// What begins at `at` with a character of kind Emoji or Flag.
[[nodiscard]] Emoji emoji_at(const CharacterTable& table, std::string_view text, std::uint32_t at);

}  // namespace nutgraf
