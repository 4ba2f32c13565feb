// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/varint.h"
#include "core/glass/corruption_error.h"

namespace nutgraf::glass {

[[nodiscard]] inline std::string_view as_text(std::span<const unsigned char> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Reads scalars from the front of bytes that may be damaged: nothing is read beyond their end. Throws CorruptionError.
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::span<const unsigned char> bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}
  explicit ByteReader(std::string_view bytes)
      : ByteReader(std::span(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size())) {}

  [[nodiscard]] bool empty() const { return at_ == end_; }
  [[nodiscard]] std::span<const unsigned char> rest() const { return {at_, end_}; }

  [[nodiscard]] unsigned char byte() {
    if (at_ == end_) {
      refuse();
    }
    return *at_++;
  }

  /// Groups of seven bits, the lowest first (`put_varint`).
  [[nodiscard]] std::uint64_t varint() { return at_ != end_ && *at_ < 128 ? *at_++ : long_varint(); }

  /// The sum of every second one of the next eight numbers, the first of them included, where each is below 128; else
  /// nothing is known.
  [[nodiscard]] std::optional<std::uint32_t> sum_of_gaps() const {
    if (std::endian::native != std::endian::little || end_ - at_ < 8) {
      return std::nullopt;
    }
    std::uint64_t eight = 0;
    std::memcpy(&eight, at_, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) {
      return std::nullopt;
    }
    return static_cast<std::uint32_t>(((eight & 0x00ff00ff00ff00ffU) * 0x0001000100010001U) >> 48U);
  }
  void drop_eight() { at_ += 8; }

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
      refuse();
    }
    const std::span<const unsigned char> taken(at_, static_cast<std::size_t>(size));
    at_ += size;
    return taken;
  }

 private:
  [[noreturn]] static void refuse() { throw CorruptionError("one of its tables has an entry that ends in the middle"); }

  [[nodiscard]] std::uint64_t long_varint();

  const unsigned char* at_ = nullptr;
  const unsigned char* end_ = nullptr;
};

}  // namespace nutgraf::glass
