// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/position_list.h"

#include <bit>
#include <limits>

#include "core/base/varint.h"
#include "core/glass/byte_reader.h"
#include "core/glass/scalars.h"

namespace nutgraf::glass {
namespace {

constexpr std::size_t kMostPositions = std::size_t{1} << 24U;  // of a term in one passage: a damaged entry may say any

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

/// Reads what BitWriter wrote.
class BitReader {
 public:
  explicit BitReader(std::span<const unsigned char> bytes) : bytes_(bytes) {}

  /// A number known to be below `outcomes`; those in the middle of the range take a bit less.
  std::uint32_t number(std::uint64_t outcomes) {
    if (outcomes == 0) {
      throw CorruptionError("position.glass has positions out of order");
    }
    const auto bits = static_cast<unsigned>(std::bit_width(outcomes - 1));
    if (bits == 0) {
      return 0;
    }
    const std::uint64_t half = std::uint64_t{1} << (bits - 1);
    const std::uint64_t low = outcomes - half;  // this many, and as many at the top, take all bits
    const std::uint64_t value = take(bits - 1);
    return static_cast<std::uint32_t>(value < low && take(1) != 0 ? value + half : value);
  }

 private:
  std::uint64_t take(unsigned bits) {
    while (held_ < bits) {
      if (next_ == bytes_.size()) {
        throw CorruptionError("position.glass has an entry that ends in the middle");
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

/// Those between the j-th and the k-th, which the reader knows.
void interpolate(BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t j, std::size_t k) {
  while (k - j >= 2) {
    const std::size_t middle = (j + k) / 2;
    bits.code(positions[middle] - positions[j] - (middle - j), positions[k] - positions[j] - (k - j) + 1);
    interpolate(bits, positions, j, middle);
    j = middle;
  }
}

void interpolate(BitReader& bits, std::span<std::uint32_t> positions, std::size_t j, std::size_t k) {
  while (k - j >= 2) {
    const std::size_t middle = (j + k) / 2;
    const std::uint64_t span = positions[k] - positions[j];
    if (span < k - j) {
      throw CorruptionError("position.glass has positions out of order");
    }
    positions[middle] = positions[j] + static_cast<std::uint32_t>(middle - j) + bits.number(span - (k - j) + 1);
    interpolate(bits, positions, j, middle);
    j = middle;
  }
}

}  // namespace

void put_position_key(std::string& out, std::string_view term) {
  put_sstr(out, term, Last::No);
}

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

void append_positions(std::span<const unsigned char> tag, std::vector<std::uint32_t>& positions) {
  ByteReader numbers(tag);
  const std::uint64_t last = numbers.varint();
  if (last > std::numeric_limits<std::uint32_t>::max()) {
    throw CorruptionError("position.glass has a position above 32 bits");
  }
  if (numbers.empty()) {
    positions.push_back(static_cast<std::uint32_t>(last));
    return;
  }
  BitReader bits(numbers.rest());
  const std::uint32_t first = bits.number(last);
  const std::size_t count = std::size_t{bits.number(last - first)} + 2;
  if (count > kMostPositions) {
    throw CorruptionError("position.glass has an entry of too many positions");
  }
  const std::size_t before = positions.size();
  positions.resize(before + count);
  const std::span<std::uint32_t> list = std::span(positions).subspan(before);
  list.front() = first;
  list.back() = static_cast<std::uint32_t>(last);
  interpolate(bits, list, 0, count - 1);
}

PositionCursor::PositionCursor(const Table& position, std::string_view term) : at_(position) {
  put_position_key(key_, term);
  term_size_ = key_.size();
}

void PositionCursor::read(std::uint32_t document, std::vector<std::uint32_t>& positions) {
  key_.resize(term_size_);
  put_sint(key_, document);
  if (at_.seek(key_) && at_.key() == key_) {
    append_positions(at_.tag(fragments_), positions);
  }
}

}  // namespace nutgraf::glass
