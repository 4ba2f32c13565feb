// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace nutgraf::match {

/// A place where a word or phrase stands: its first position and the one after its last.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Place&, const Place&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

using Places = std::vector<Place>;  // ascending, each once

/// Ascending, each once.
void sort_distinct(Places& places);
/// Of those that begin together the longest; ascending.
void keep_longest(Places& places);
/// Those that hold no other one; ascending.
void keep_innermost(Places& places);

}  // namespace nutgraf::match
