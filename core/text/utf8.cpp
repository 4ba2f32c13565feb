// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/utf8.h"

#include <unicode/utf8.h>

namespace nutgraf::utf8 {

// NOLINTNEXTLINE(readability-function-cognitive-complexity): of ICU's macro
Decoded decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto left = text.size() - at;
  const auto size = static_cast<std::int32_t>(left < 4 ? left : 4);
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, next, size, code);
  if (code < 0) {
    return {};
  }
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(next)};
}

void append(std::string& out, char32_t code) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace nutgraf::utf8
