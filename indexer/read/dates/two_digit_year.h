// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::dates {

/// A date of mail or RSS 2.0 with its year in full: "6 Apr 93 10:22:33 GMT" is of 1993; years before 50 are of this
/// century (RFC 5322, 4.3). Every other text as it is.
[[nodiscard]] std::string with_full_year(std::string_view date);

}  // namespace nutgraf::read::dates
