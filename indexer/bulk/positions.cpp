// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/positions.h"

#include <bit>

#include "core/base/varint.h"

namespace nutgraf::bulk {
namespace {

/// Bits are filled from the low end of each byte.
class BitWriter {
 public:
  explicit BitWriter(char* at) : at_(at) {}

  /// A value known to be below `outcomes`.
  void code(std::uint64_t value, std::uint64_t outcomes) {
    const auto bits = static_cast<unsigned>(std::bit_width(outcomes - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - outcomes;
    const std::uint64_t low = (outcomes - spare) / 2;
    if (spare == 0 || value < low) {
      put(value, bits);
    } else if (value < low + spare) {
      put(value, bits - 1);
    } else {
      put(value - low - spare + (std::uint64_t{1} << (bits - 1)), bits);
    }
  }

  /// What comes after the last byte.
  [[nodiscard]] char* close() {
    while (filled_ > 0) {
      *at_++ = static_cast<char>(pending_);
      pending_ >>= 8U;
      filled_ -= filled_ < 8 ? filled_ : 8;
    }
    return at_;
  }

 private:
  void put(std::uint64_t value, unsigned bits) {
    pending_ |= value << filled_;
    filled_ += bits;
    while (filled_ >= 8) {
      *at_++ = static_cast<char>(pending_);
      pending_ >>= 8U;
      filled_ -= 8;
    }
  }

  char* at_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
};

void interpolate(BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t j, std::size_t k) {
  while (k - j >= 2) {
    const std::size_t middle = (j + k) / 2;
    bits.code(positions[middle] - positions[j] - (middle - j), positions[k] - positions[j] - (k - j) + 1);
    interpolate(bits, positions, j, middle);
    j = middle;
  }
}

}  // namespace

char* put_positions(char* at, std::span<const std::uint32_t> positions) {
  const std::uint32_t last = positions.back();
  at = put_varint(at, last);
  if (positions.size() == 1) {
    return at;
  }
  BitWriter bits(at);
  const std::uint32_t first = positions.front();
  bits.code(first, last);
  bits.code(positions.size() - 2, last - first);
  interpolate(bits, positions, 0, positions.size() - 1);
  return bits.close();
}

}  // namespace nutgraf::bulk
