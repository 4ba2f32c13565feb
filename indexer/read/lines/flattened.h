// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::lines {

/// UTF-8 text on one line: a run of blanks, line ends and hard blanks (U+00A0) is one blank; none are at the edges.
[[nodiscard]] std::string flattened(std::string_view text);

}  // namespace nutgraf::read::lines
