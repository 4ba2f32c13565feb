// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::html {

/// The encoding that a page names in a meta element or an XML declaration near its beginning, in lower case; empty
/// where it names none.
[[nodiscard]] std::string declared_charset(std::string_view page);

/// The value of `name` in a header such as `text/html; charset="utf-8"`, in lower case; empty if there is none.
[[nodiscard]] std::string parameter(std::string_view header, std::string_view name);

}  // namespace nutgraf::read::html
