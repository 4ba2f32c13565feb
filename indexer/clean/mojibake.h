// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace nutgraf::clean {

/// What a repair of text put in the place of what.
using OnRepair = std::function<void(std::string_view before, std::string_view after)>;

/// Mends UTF-8 that was read as windows-1252, ISO-8859-1, windows-1250, windows-1251, Macintosh or a code page of DOS,
/// up to three times over: "CafÃ©" becomes "Café". A run of characters is mended only if all of it is such UTF-8, what
/// comes out is usual in texts, and nobody would have written what was there. `text` is valid UTF-8 and stays it.
void mend_mojibake(std::string& text, const OnRepair& on_repair);

}  // namespace nutgraf::clean
