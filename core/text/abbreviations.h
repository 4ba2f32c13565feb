// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf {

/// Is this folded word one that is often written with a full stop after it (mr, dr, gen, approx)? Of several languages.
[[nodiscard]] bool is_abbreviation(std::string_view term);

}  // namespace nutgraf
