// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

/// Scalars of glass tables read from bytes that may be damaged: nothing is read beyond their end.
namespace nutgraf::glass {

/// What a table holds is not what Xapian or we write.
class Damage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[nodiscard]] inline std::uint32_t be16(const unsigned char* at) {
  return (static_cast<std::uint32_t>(at[0]) << 8U) | at[1];
}

[[nodiscard]] inline std::uint32_t be32(const unsigned char* at) {
  return (be16(at) << 16U) | be16(at + 2);
}

[[nodiscard]] inline std::string_view as_text(std::span<const unsigned char> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Numbers one after the other, from the front of some bytes.
class Numbers {
 public:
  Numbers() = default;
  explicit Numbers(std::span<const unsigned char> bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  [[nodiscard]] bool empty() const { return at_ == end_; }
  [[nodiscard]] std::span<const unsigned char> rest() const { return {at_, end_}; }

  [[nodiscard]] unsigned char byte() {
    if (at_ == end_) {
      throw Damage("an entry ends in the middle");
    }
    return *at_++;
  }

  /// Groups of seven bits, the lowest first (`put_vint`).
  [[nodiscard]] std::uint64_t vint() {
    std::uint64_t value = byte();
    if (value < 128) {
      return value;
    }
    value &= 0x7fU;
    for (unsigned shift = 7; shift < 64; shift += 7) {
      const std::uint64_t group = byte();
      value |= (group & 0x7fU) << shift;
      if (group < 128) {
        return value;
      }
    }
    throw Damage("a number has more than 64 bits");
  }

  /// With its own length in front (`put_sint`).
  [[nodiscard]] std::uint32_t sint() {
    std::uint32_t value = byte();
    if (value < 128) {
      return (value << 8U) | byte();
    }
    const auto more = static_cast<unsigned>(std::countl_one(static_cast<unsigned char>(value))) + 1;
    value &= 0xffU >> more;
    for (unsigned left = more; left > 0; --left) {
      value = (value << 8U) | byte();
    }
    return value;
  }

  [[nodiscard]] std::span<const unsigned char> take(std::uint64_t size) {
    if (size > static_cast<std::uint64_t>(end_ - at_)) {
      throw Damage("an entry ends in the middle");
    }
    const std::span<const unsigned char> taken(at_, static_cast<std::size_t>(size));
    at_ += size;
    return taken;
  }

 private:
  const unsigned char* at_ = nullptr;
  const unsigned char* end_ = nullptr;
};

}  // namespace nutgraf::glass
