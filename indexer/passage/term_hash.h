// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace nutgraf::passage {

/// A hash for tables in memory, made for terms of a few bytes; never stored.
[[nodiscard]] inline std::uint64_t term_hash(std::string_view term) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  const auto mixed = [](std::uint64_t x) {
    x *= kOdd;
    return x ^ (x >> 32U);
  };
  std::uint64_t hash = term.size() * 0xD6E8FEB86659FD93U;
  const char* at = term.data();
  std::size_t left = term.size();
  std::uint64_t block = 0;
  for (; left > sizeof(block); at += sizeof(block), left -= sizeof(block)) {
    std::memcpy(&block, at, sizeof(block));
    hash = mixed(hash ^ block);
  }
  // The last 1 to 8 bytes, read in two overlapping halves where there are enough.
  if (left >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, sizeof(low));
    std::memcpy(&high, at + left - sizeof(high), sizeof(high));
    block = (std::uint64_t{high} << 32U) | low;
  } else if (left > 0) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    block = byte(0) | (byte(left / 2) << 8U) | (byte(left - 1) << 16U);
  }
  return mixed(mixed(hash ^ block));
}

}  // namespace nutgraf::passage
