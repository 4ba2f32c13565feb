// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::csv {

/// The day that a spreadsheet counts with a number from 20000 to 59999 (1954 to 2064), in ISO 8601 and with its time
/// where the number has a fraction: 41702 is 2014-03-04. Empty where `cell` is no such number.
[[nodiscard]] std::string day_of_serial(std::string_view cell);

}  // namespace nutgraf::read::csv
