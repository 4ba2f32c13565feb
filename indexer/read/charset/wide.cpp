// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/wide.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace nutgraf::read::charset {
namespace {

enum class Order : std::uint8_t { Little, Big };

/// The unit of `width` bytes at the front of `bytes`.
std::uint32_t unit_at(std::string_view bytes, std::size_t width, Order order) {
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const char byte = bytes[order == Order::Big ? i : width - 1 - i];
    unit = (unit << 8U) | static_cast<unsigned char>(byte);
  }
  return unit;
}

bool is_control(std::uint32_t code) {
  return code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f';
}

/// Every unit a character that a text may have.
bool is_utf32(std::string_view front, Order order) {
  constexpr std::size_t kWidth = 4;
  constexpr std::size_t kFewest = 4;
  const std::size_t units = front.size() / kWidth;
  for (std::size_t i = 0; i < units; ++i) {
    const std::uint32_t code = unit_at(front.substr(i * kWidth), kWidth, order);
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) || is_control(code)) {
      return false;
    }
  }
  return units >= kFewest;
}

/// Scripts that UTF-16 is written in put the same few bytes into the upper halves; a text without zeros there is left
/// alone, for its letters may be read either way.
bool is_utf16(std::string_view front, Order order) {
  constexpr std::size_t kWidth = 2;
  const std::size_t units = front.size() / kWidth;
  std::size_t ascii = 0;
  std::size_t letters = 0;
  std::array<std::size_t, 256> blocks{};
  for (std::size_t i = 0; i < units; ++i) {
    const std::uint32_t unit = unit_at(front.substr(i * kWidth), kWidth, order);
    if (is_control(unit) || unit == 0xFFFE || unit == 0xFFFF) {
      return false;
    }
    ascii += unit < 0x80 ? 1U : 0U;
    letters += unit >= 0x80 && u_isalpha(static_cast<UChar32>(unit)) != 0 ? 1U : 0U;
    ++blocks[unit >> 8U];
  }
  std::ranges::sort(blocks, std::greater<>());
  const bool few_blocks = (blocks[0] + blocks[1]) * 10 >= units * 9;
  const bool plain = ascii * 10 >= units * 4;
  // Chinese fills many blocks, but it has line ends and no controls in either half.
  return plain || (ascii >= 2 && (ascii + letters) * 10 >= units * 8 && (few_blocks || ascii >= 4));
}

}  // namespace

std::string_view wide_encoding(std::string_view front) {
  if (front.size() < 4 || front.find('\0') == std::string_view::npos) {
    return {};
  }
  if (is_utf32(front, Order::Little)) {
    return "UTF-32LE";
  }
  if (is_utf32(front, Order::Big)) {
    return "UTF-32BE";
  }
  const bool little = is_utf16(front, Order::Little);
  const bool big = is_utf16(front, Order::Big);
  return little == big ? std::string_view{} : little ? "UTF-16LE" : "UTF-16BE";
}

}  // namespace nutgraf::read::charset
