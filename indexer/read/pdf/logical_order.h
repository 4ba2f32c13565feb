// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::pdf {

/// Whether most letters of a line are of scripts that are written from right to left.
[[nodiscard]] bool runs_leftward(std::string_view line);

/// A line as it is read, of its characters from left to right as a page shows them: Arabic, Hebrew and their like are
/// turned round, numbers in them are not.
[[nodiscard]] std::string logical_order(std::string_view line);

}  // namespace nutgraf::read::pdf
