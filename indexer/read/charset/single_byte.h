// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace nutgraf::read::charset {

/// What the bytes from 0x80 on mean in an encoding of one byte a character; 0 for those that mean nothing. All are 0
/// where ICU has no such encoding.
using HighHalf = std::array<char16_t, 128>;
[[nodiscard]] HighHalf high_half(const std::string& encoding);

/// How much speaks for `bytes` being a text in this encoding: about 1 for each byte that is a usual letter of the one
/// language that explains them best, less than nothing for each letter or sign that does not belong where it is.
[[nodiscard]] double judge_single_byte(std::string_view bytes, const HighHalf& meanings);

}  // namespace nutgraf::read::charset
