// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace nutgraf::bulk {

/// Appends the position table's tag of strictly ascending positions (at least one, the first above 0): interpolative
/// code in a bit stream.
void put_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace nutgraf::bulk
