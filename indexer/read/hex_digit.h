// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/ascii.h"

namespace nutgraf::read {

/// The value of a hexadecimal digit of either case; -1 for any other character.
[[nodiscard]] constexpr int hex_digit(char c) {
  const char lower = ascii::to_lower(c);
  return ascii::is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace nutgraf::read
