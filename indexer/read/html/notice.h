// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::html {

/// Whether a line speaks of the page and not of its subject: "Read also: ...", "Advertisement", "All rights reserved".
/// Knows the usual words in a dozen languages.
[[nodiscard]] bool is_notice(std::string_view line);

/// Whether a line announces what is said of the author below the text: "About the author".
[[nodiscard]] bool introduces_author(std::string_view line);

}  // namespace nutgraf::read::html
