// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace nutgraf::bind {

/// Calls `take` with each stretch of a text without white space and where it begins.
void for_each_chunk(std::string_view text, const std::function<void(std::string_view, std::size_t)>& take);

}  // namespace nutgraf::bind
