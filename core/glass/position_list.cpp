// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/position_list.h"

#include <bit>
#include <limits>

#include "core/glass/decode.h"

namespace nutgraf::glass {
namespace {

constexpr std::size_t kMostPositions = std::size_t{1} << 24U;  // of a term in one passage: a damaged entry may say any

/// From the low end of each byte.
class BitReader {
 public:
  explicit BitReader(std::span<const unsigned char> bytes) : bytes_(bytes) {}

  /// A number known to be below `outcomes`; those in the middle of the range take a bit less.
  std::uint32_t number(std::uint64_t outcomes) {
    if (outcomes == 0) {
      throw Damage("position.glass has positions out of order");
    }
    const auto bits = static_cast<unsigned>(std::bit_width(outcomes - 1));
    if (bits == 0) {
      return 0;
    }
    const std::uint64_t half = std::uint64_t{1} << (bits - 1);
    const std::uint64_t low = outcomes - half;  // so many, and as many at the top, take all bits
    const std::uint64_t value = take(bits - 1);
    return static_cast<std::uint32_t>(value < low && take(1) != 0 ? value + half : value);
  }

 private:
  std::uint64_t take(unsigned bits) {
    while (held_ < bits) {
      if (next_ == bytes_.size()) {
        throw Damage("position.glass has an entry that ends in the middle");
      }
      pending_ |= static_cast<std::uint64_t>(bytes_[next_++]) << held_;
      held_ += 8;
    }
    const std::uint64_t value = pending_ & ((std::uint64_t{1} << bits) - 1);
    pending_ >>= bits;
    held_ -= bits;
    return value;
  }

  std::span<const unsigned char> bytes_;
  std::size_t next_ = 0;
  std::uint64_t pending_ = 0;
  unsigned held_ = 0;  // bits of it
};

/// Those between the j-th and the k-th, which are known.
void interpolate(BitReader& bits, std::span<std::uint32_t> positions, std::size_t j, std::size_t k) {
  while (k - j >= 2) {
    const std::size_t middle = (j + k) / 2;
    const std::uint64_t span = positions[k] - positions[j];
    if (span < k - j) {
      throw Damage("position.glass has positions out of order");
    }
    positions[middle] = positions[j] + static_cast<std::uint32_t>(middle - j) + bits.number(span - (k - j) + 1);
    interpolate(bits, positions, j, middle);
    j = middle;
  }
}

}  // namespace

void append_positions(std::span<const unsigned char> tag, std::vector<std::uint32_t>& positions) {
  Numbers numbers(tag);
  const std::uint64_t last = numbers.vint();
  if (last > std::numeric_limits<std::uint32_t>::max()) {
    throw Damage("position.glass has a position above 32 bits");
  }
  if (numbers.empty()) {
    positions.push_back(static_cast<std::uint32_t>(last));
    return;
  }
  BitReader bits(numbers.rest());
  const std::uint32_t first = bits.number(last);
  const std::size_t count = std::size_t{bits.number(last - first)} + 2;
  if (count > kMostPositions) {
    throw Damage("position.glass has an entry of too many positions");
  }
  const std::size_t before = positions.size();
  positions.resize(before + count);
  const std::span<std::uint32_t> list = std::span(positions).subspan(before);
  list.front() = first;
  list.back() = static_cast<std::uint32_t>(last);
  interpolate(bits, list, 0, count - 1);
}

}  // namespace nutgraf::glass
