// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace nutgraf::read::lines {

/// Line ends become LF, form feeds blank lines, other control characters (but tab) spaces. Returns how many NULs there
/// were.
std::size_t clean_lines(std::string& text);

}  // namespace nutgraf::read::lines
