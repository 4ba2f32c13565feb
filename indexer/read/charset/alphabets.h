// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// Which encoding a text is in, told by the letters that it would have.
namespace nutgraf::read::charset {

enum class Script : std::uint8_t { Latin, Cyrillic, Greek, Hebrew, Arabic, Thai, Other };

/// The letters beyond ASCII that a language is written with, in lower case.
struct Alphabet {
  Script script;
  std::u16string_view common;
  std::u16string_view rare;
};
[[nodiscard]] std::span<const Alphabet> alphabets();

[[nodiscard]] Script script_of(char16_t letter);

}  // namespace nutgraf::read::charset
