// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace nutgraf::language {

/// ISO 639-1 code of a lower-case language code (also of ISO 639-2, or withdrawn) or English name; empty where unknown.
[[nodiscard]] std::string_view find_code(std::string_view name);

/// All that find_code() knows.
[[nodiscard]] std::vector<std::string_view> known_names();

}  // namespace nutgraf::language
