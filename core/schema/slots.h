// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/schema/day.h"

/// Value slots of every passage and how their values sort.
namespace nutgraf::schema {

enum class Slot : std::uint8_t {
  Date = 0,     // encode_time(); absent = undated
  Article = 1,  // article_key(): 8 bytes, same for all passages of an article
  Group = 2,    // of copies: article_key() of the article that they are copies of; absent = it stands for itself
  Ordinal = 3,  // 4 bytes big-endian, passage number from 0
  Tokens = 4,   // 4 bytes big-endian, words of the passage
  Order = 5,    // encode_order(): the total order of equal scores
};
inline constexpr std::size_t kSlotCount = 6;
[[nodiscard]] std::string_view slot_name(Slot slot);  // "date", ...
using Values = std::array<std::string, kSlotCount>;   // empty = not set

/// Seconds since 1970 (local calendar as written, no zone) as 8 bytes big-endian with the sign bit flipped: byte order
/// is time order, far beyond 1901 and 2106.
[[nodiscard]] std::string encode_time(std::int64_t seconds);
[[nodiscard]] std::int64_t decode_time(std::string_view value);

[[nodiscard]] std::string encode_u32(std::uint32_t number);
[[nodiscard]] std::uint32_t decode_u32(std::string_view value);

/// xxh64 of the id, big-endian.
[[nodiscard]] std::string article_key(std::string_view id);

/// Complement of the time (newest first, undated last), then the id (first 64 bytes, then its hash), then the ordinal:
/// sorts equal scores the same way after any rebuild and on any number of shards.
[[nodiscard]] std::string encode_order(std::string_view date_value, std::string_view id, std::uint32_t ordinal);
/// The id in a value of slot Order; nothing if it was too long to be stored whole.
[[nodiscard]] std::optional<std::string_view> id_in_order(std::string_view order);
/// The ordinal in a value of slot Order that is not empty.
[[nodiscard]] std::uint32_t ordinal_in_order(std::string_view order);

}  // namespace nutgraf::schema
