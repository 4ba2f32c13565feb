// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

/// Scalar encodings of glass, besides varints. ByteReader reads them.
namespace nutgraf::glass {

[[nodiscard]] inline std::uint32_t get_be16(const unsigned char* at) {
  return (static_cast<std::uint32_t>(at[0]) << 8U) | at[1];
}
[[nodiscard]] inline std::uint32_t get_be32(const unsigned char* at) {
  return (get_be16(at) << 16U) | get_be16(at + 2);
}

inline void put_be16(char* at, std::uint32_t value) {
  at[0] = static_cast<char>(value >> 8U);
  at[1] = static_cast<char>(value);
}
inline void put_be32(char* at, std::uint32_t value) {
  put_be16(at, value >> 16U);
  put_be16(at + 2, value);
}

/// Copies `size` bytes, from Half to twice that many, as two halves that may overlap.
template <std::size_t Half>
void copy_halves(char* to, const char* from, std::size_t size) {
  std::array<char, Half> front{};
  std::array<char, Half> back{};
  std::memcpy(front.data(), from, Half);
  std::memcpy(back.data(), from + size - Half, Half);
  std::memcpy(to, front.data(), Half);
  std::memcpy(to + size - Half, back.data(), Half);
}

/// A copy without a call for the few bytes that terms and tags have.
inline char* put_bytes(char* at, std::string_view bytes) {
  const std::size_t size = bytes.size();
  const char* from = bytes.data();
  if (size > 16) {
    return std::copy_n(from, size, at);
  }
  if (size >= 8) {
    copy_halves<8>(at, from, size);
  } else if (size >= 4) {
    copy_halves<4>(at, from, size);
  } else if (size > 0) {
    at[0] = from[0];
    at[size / 2] = from[size / 2];
    at[size - 1] = from[size - 1];
  }
  return at + size;
}

/// Minimal little-endian bytes, none for 0; only at the end of a key or tag.
inline void put_last_uint(std::string& out, std::uint32_t value) {
  for (; value != 0; value >>= 8U) {
    out.push_back(static_cast<char>(value));
  }
}

inline void put_bool(std::string& out, bool value) {
  out.push_back(value ? '1' : '0');
}

/// Big-endian with its own length in front, so that byte order is numeric order.
inline void put_sint(std::string& out, std::uint32_t value) {
  if (value < 32768) {
    out.push_back(static_cast<char>(value >> 8U));
    out.push_back(static_cast<char>(value));
    return;
  }
  const auto bits = static_cast<std::uint32_t>(std::bit_width(value));
  const std::uint32_t length = (bits + 5) / 7;
  const std::uint64_t ones = ((1U << (length - 2)) - 1U)
                             << (8 - (length - 2));  // top length - 2 bits of the first byte
  const std::uint64_t whole = value | (ones << (8 * (length - 1)));
  for (std::uint32_t byte = length; byte-- > 0;) {
    out.push_back(static_cast<char>(whole >> (8 * byte)));
  }
}

enum class Last : std::uint8_t { No, Yes };

/// Order-preserving string: zero bytes escaped, terminated unless it is the last part of the key.
inline void put_sstr(std::string& out, std::string_view bytes, Last last) {
  if (bytes.find('\0') == std::string_view::npos) {
    out.append(bytes);
  } else {
    for (const char c : bytes) {
      out.push_back(c);
      if (c == '\0') {
        out.push_back('\xff');
      }
    }
  }
  if (last == Last::No) {
    out.push_back('\0');
  }
}

}  // namespace nutgraf::glass
