// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

/// What a value of other metadata can be found by: each item of a list (`["usa","japan"]`), else the value itself.
[[nodiscard]] std::vector<std::string> meta_values(std::string_view value);

}  // namespace nutgraf
