// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::glass {

/// Appends the positions in a tag of the position table, ascending: interpolative code (Moffat and Stuiver 2000) in a
/// bit stream. Throws Damage.
void append_positions(std::span<const unsigned char> tag, std::vector<std::uint32_t>& positions);

}  // namespace nutgraf::glass
