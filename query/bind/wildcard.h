// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::bind {

enum class WildcardSigns : unsigned char { StarAndMark, Star };  // which signs of a pattern are wildcards

/// Does the whole of `text` match? `*` is any text, `?` one character.
[[nodiscard]] bool matches_wildcards(std::string_view text, std::string_view pattern,
                                     WildcardSigns signs = WildcardSigns::StarAndMark);

}  // namespace nutgraf::bind
