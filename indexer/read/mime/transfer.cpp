// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mime/transfer.h"

#include <algorithm>
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

std::string from_uuencode(std::string_view text) {
  constexpr char kZero = ' ';
  constexpr unsigned kSixBits = 0x3F;
  const auto digit = [](char c) { return static_cast<unsigned>(c - kZero) & kSixBits; };
  const std::size_t head = text.starts_with("begin ") ? 0 : text.find("\nbegin ");
  if (head == std::string_view::npos) {
    return std::string(text);
  }
  text.remove_prefix(std::min(text.find('\n', head + 1), text.size() - 1) + 1);
  std::string bytes;
  while (!text.empty() && !text.starts_with("end")) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::size_t size = bytes.size() + (line.empty() ? 0 : digit(line[0]));
    for (std::size_t at = 1; at < line.size() && bytes.size() < size; at += 4) {
      std::uint32_t bits = 0;
      for (std::size_t i = at; i < at + 4; ++i) {  // blanks at the end of a line may be lost
        bits = bits << 6U | (i < line.size() ? digit(line[i]) : 0U);
      }
      for (const unsigned shift : {16U, 8U, 0U}) {
        bytes += static_cast<char>(bits >> shift & 0xFFU);
      }
    }
    bytes.resize(std::min(size, bytes.size()));
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return bytes;
}

}  // namespace nutgraf::read::mime
