// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::dates {

/// The number of a month's name in the solar calendar of Iran and Afghanistan, in Persian, Dari, Pashto, Kurdish, Tajik
/// or Latin letters: any case, ی and ک in their Persian or Arabic form. 0 if it is none.
[[nodiscard]] int iranian_month_number(std::string_view name);

}  // namespace nutgraf::read::dates
