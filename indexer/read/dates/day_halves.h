// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// "a.m.", "PM", "下午", "오후", "μ.μ.": the halves of the day of a clock that counts to twelve, as CLDR spells them.
namespace nutgraf::read::dates {

/// The hour in 24 of one that stands between these texts.
[[nodiscard]] int to_24_hours(int hour, std::string_view before, std::string_view behind);

/// `behind` without the word for the half of the day that it begins with.
[[nodiscard]] std::string_view without_half(std::string_view behind);

}  // namespace nutgraf::read::dates
