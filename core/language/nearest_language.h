// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::language {

/// What somebody may have meant who typed a language that find_language() does not know: a code or an English name;
/// empty where none is near.
[[nodiscard]] std::string nearest_language(std::string_view typed);

}  // namespace nutgraf::language
