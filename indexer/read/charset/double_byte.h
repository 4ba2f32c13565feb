// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::read::charset {

/// How two bytes are a character in the encodings of East Asia.
enum class PairScheme : std::uint8_t { Gb, Big5, EucJp, ShiftJis, Korean };

/// As judge_single_byte(): about 2 for each pair that is a usual character, less than nothing for rare and broken ones.
[[nodiscard]] double judge_double_byte(std::string_view bytes, PairScheme scheme);

}  // namespace nutgraf::read::charset
