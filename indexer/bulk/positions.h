// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nutgraf::bulk {

/// Bytes that the tag of so many positions takes at most.
[[nodiscard]] constexpr std::size_t positions_room(std::size_t count) {
  return (count + 4) * sizeof(std::uint32_t);
}

/// Writes the position table's tag of strictly ascending positions (at least one, the first above 0): interpolative
/// code in a bit stream. Returns where it ends.
[[nodiscard]] char* put_positions(char* at, std::span<const std::uint32_t> positions);

}  // namespace nutgraf::bulk
