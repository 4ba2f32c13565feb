// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Variable-length numbers: little-endian groups of seven bits, the high bit set on all but the last. The get
/// functions are for bytes of our own making: they do not check where the bytes end (glass::ByteReader does).
namespace nutgraf {

inline constexpr std::size_t kLongestVarint = 10;  // bytes

void put_long_varint(std::string& out, std::uint64_t value);

inline void put_varint(std::string& out, std::uint64_t value) {
  if (value < 128) {
    out.push_back(static_cast<char>(value));
  } else {
    put_long_varint(out, value);
  }
}

/// The same into memory with room for it; returns where it ends.
inline char* put_varint(char* at, std::uint64_t value) {
  for (; value >= 128; value >>= 7U) {
    *at++ = static_cast<char>(value | 0x80U);
  }
  *at++ = static_cast<char>(value);
  return at;
}

/// Reads what put_varint wrote and moves `at` past it.
inline std::uint64_t get_varint(const char*& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if (byte < 128) {
      return value;
    }
  }
}

/// Bytes after their number.
inline void put_length_prefixed(std::string& out, std::string_view bytes) {
  put_varint(out, bytes.size());
  out.append(bytes);
}

/// Reads what put_length_prefixed wrote and moves `at` past it; a view into the same bytes.
inline std::string_view get_length_prefixed(const char*& at) {
  const auto size = static_cast<std::size_t>(get_varint(at));
  const std::string_view bytes(at, size);
  at += size;
  return bytes;
}

}  // namespace nutgraf
