// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::charset {

/// "UTF-32LE", "UTF-32BE", "UTF-16LE" or "UTF-16BE" of bytes without a byte-order mark that can be nothing else, by the
/// zeros in them; empty otherwise. `front` begins where the text does and may end anywhere.
[[nodiscard]] std::string_view wide_encoding(std::string_view front);

}  // namespace nutgraf::read::charset
