// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/view/hit.h"

/// Pieces of the page that html makes.
namespace nutgraf::format {

/// Text as HTML shows it, also between quotes of an attribute; control characters become spaces.
[[nodiscard]] std::string escaped_html(std::string_view text);

/// When and where the matches are: bars over time as inline SVG, and lists of values. Empty where nothing is known.
[[nodiscard]] std::string html_overview(const view::Answer& answer);

}  // namespace nutgraf::format
