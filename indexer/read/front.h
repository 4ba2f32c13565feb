// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// The first bytes of a file, by which its format is told.
namespace nutgraf::read {

/// As many of them as detection wants to see.
inline constexpr std::size_t kFront = 64UL * 1024;

/// `front` without byte-order mark and whitespace at its edges; UTF-16 as the ASCII in it.
[[nodiscard]] std::string plain_front(std::string_view front);

}  // namespace nutgraf::read
