// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::office {

/// A text document of LibreOffice and its kin (OpenDocument). Throws Unreadable.
[[nodiscard]] sandbox::Parsed parse_odt(std::string_view bytes);

}  // namespace nutgraf::read::office
