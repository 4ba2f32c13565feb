// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::dates {

/// The offset that `text` begins with: as written where it is in digits ("+09:00", "+0900", "-05", "Z"), else that of
/// its name ("GMT", "UTC+3", "EST"). Empty where there is none, and where the name has several (CST, BST, IST).
[[nodiscard]] std::string zone_at(std::string_view text);

}  // namespace nutgraf::read::dates
