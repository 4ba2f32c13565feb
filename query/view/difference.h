// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::view {

/// Sentences that only one of two texts has, in order, white space as one blank.
struct Difference {
  std::vector<std::string> added;
  std::vector<std::string> missing;
};

/// What `text` has that `other` has not, and what it lacks. Sentences end at .!? before a blank, or with the line.
[[nodiscard]] Difference difference(std::string_view text, std::string_view other);

}  // namespace nutgraf::view
