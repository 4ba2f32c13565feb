// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::html {

/// Whether a line near the beginning of a text says no more than who published it or when: "Published 4 March 2014 by
/// Jane Roe", "04.03.2014 | 15:54", "By Jane Roe".
[[nodiscard]] bool is_publication_line(std::string_view line);

}  // namespace nutgraf::read::html
