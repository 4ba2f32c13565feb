// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mime/transfer.h"

#include <cstddef>
#include <cstdint>

#include "indexer/read/hex_digit.h"

namespace nutgraf::read::mime {

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool escapes = rest[0] == '=';
    const std::size_t line_end = rest.substr(0, 3).find('\n');
    if (escapes && rest.size() > 2 && hex_digit(rest[1]) >= 0 && hex_digit(rest[2]) >= 0) {
      bytes += static_cast<char>(hex_digit(rest[1]) * 16 + hex_digit(rest[2]));
      i += 2;
    } else if (escapes && line_end <= 2) {
      i += line_end;
    } else {
      bytes += rest[0];
    }
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) {
      continue;
    }
    bits = bits << 6U | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFFU);
    }
  }
  return bytes;
}

}  // namespace nutgraf::read::mime
