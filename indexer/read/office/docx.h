// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::office {

/// A document of Word (Office Open XML); one that was exported from Nexis is cut into its articles. Throws Unreadable.
[[nodiscard]] sandbox::Parsed parse_docx(std::string_view bytes);

}  // namespace nutgraf::read::office
