// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::view {

/// The sentences that one text has and the other has not, in order, white space as one blank.
struct Difference {
  std::vector<std::string> added;
  std::vector<std::string> missing;
};

/// What `text` has beside `other`, and what it lacks. Sentences end at .!? before a blank, or with the line.
[[nodiscard]] Difference difference(std::string_view text, std::string_view other);

}  // namespace nutgraf::view
