// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::html {

/// A byline without the date behind the names, or what says that one follows: "Jane Roe Monday, 5 May 2020" and "Jane
/// Roe Updated: ..." are "Jane Roe".
[[nodiscard]] std::string_view without_date_behind(std::string_view line);

}  // namespace nutgraf::read::html
