// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::language {

/// Of articles whose language is not known.
inline constexpr std::string_view kUnknownCode = "und";

/// The code that articles of a language are filed under, from its code (en, eng), its English name or its own name in
/// any case, with or without accents: English, Deutsch, francais. "und" is itself. Empty if no language is called
/// so.
[[nodiscard]] std::string find_language(std::string_view name);

}  // namespace nutgraf::language
