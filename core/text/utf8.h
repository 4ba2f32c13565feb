// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nutgraf::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code = kReplacement;
  std::uint32_t size = 1;  // in bytes
};

/// The character at `at`, which is inside `text`; an invalid byte is U+FFFD of size 1.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);

/// Where the character before `at` begins; `at` is not 0.
[[nodiscard]] inline std::uint32_t step_back(std::string_view text, std::uint32_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

/// Appends a valid code point.
void append(std::string& out, char32_t code);

}  // namespace nutgraf::utf8
