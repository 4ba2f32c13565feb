// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nutgraf::clean {

/// Half-open range of bytes of the text searched.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// May find_debris() find any? One fast look at the text.
[[nodiscard]] bool may_hold_debris(std::string_view text);

/// Where template code stands, ascending and apart. {{ }} nests; an opening without its end within some hundred bytes
/// is taken alone. {% %}, <% %> and ${ } count only where they close. Linear in the text.
[[nodiscard]] std::vector<Range> find_debris(std::string_view text);

}  // namespace nutgraf::clean
