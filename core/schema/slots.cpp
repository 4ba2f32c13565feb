// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/slots.h"

#include <xxhash.h>

#include <algorithm>

namespace nutgraf::schema {
namespace {

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63U;
constexpr std::size_t kWholeIdBytes = 64;
constexpr std::size_t kCutIdBytes = 48;
constexpr std::size_t kTimeBytes = 8;
constexpr std::size_t kOrdinalBytes = 4;

std::string big_endian(std::uint64_t number, std::size_t bytes) {
  std::string out(bytes, '\0');
  for (std::size_t i = bytes; i-- > 0; number >>= 8U) {
    out[i] = static_cast<char>(number & 0xFFU);
  }
  return out;
}

std::uint64_t from_big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char c : bytes) {
    number = (number << 8U) | static_cast<unsigned char>(c);
  }
  return number;
}

}  // namespace

std::string_view slot_name(Slot slot) {
  static constexpr std::array<std::string_view, kSlotCount> kNames{"date",    "article", "group",
                                                                   "ordinal", "tokens",  "order"};
  return kNames.at(static_cast<std::size_t>(slot));
}

std::string encode_time(std::int64_t seconds) {
  return big_endian(static_cast<std::uint64_t>(seconds) ^ kSignBit, kTimeBytes);
}

std::int64_t decode_time(std::string_view value) {
  return static_cast<std::int64_t>(from_big_endian(value.substr(0, kTimeBytes)) ^ kSignBit);
}

std::string encode_u32(std::uint32_t number) {
  return big_endian(number, 4);
}

std::uint32_t decode_u32(std::string_view value) {
  return static_cast<std::uint32_t>(from_big_endian(value.substr(0, 4)));
}

std::string article_key(std::string_view id) {
  return big_endian(XXH64(id.data(), id.size(), 0), 8);
}

std::string encode_order(std::string_view date_value, std::string_view id, std::uint32_t ordinal) {
  std::string order(kTimeBytes, '\xFF');
  for (std::size_t i = 0; i < date_value.size() && i < kTimeBytes; ++i) {
    order[i] = static_cast<char>(~static_cast<unsigned char>(date_value[i]));
  }
  if (id.size() <= kWholeIdBytes) {
    order += id;
  } else {
    order += id.substr(0, kCutIdBytes);
    order += article_key(id);
  }
  order += '\0';
  order += encode_u32(ordinal);
  return order;
}

std::optional<std::string_view> id_in_order(std::string_view order) {
  constexpr std::size_t kAround = kTimeBytes + 1 + kOrdinalBytes;
  constexpr std::size_t kCutBytes = kCutIdBytes + 8;
  // A hashed id is as long as some whole ones.
  if (order.size() <= kAround || order.size() - kAround == kCutBytes) {
    return std::nullopt;
  }
  return order.substr(kTimeBytes, order.size() - kAround);
}

std::uint32_t ordinal_in_order(std::string_view order) {
  return decode_u32(order.substr(order.size() - std::min(order.size(), kOrdinalBytes)));
}

}  // namespace nutgraf::schema
