// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace nutgraf {

/// A place where a word or phrase stands: its first position and the one after its last.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Place&, const Place&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

using Places = std::vector<Place>;  // ascending, each once

}  // namespace nutgraf
