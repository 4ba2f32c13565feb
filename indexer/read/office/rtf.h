// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::office {

/// A document in the Rich Text Format.
[[nodiscard]] sandbox::Parsed parse_rtf(std::string_view bytes);

}  // namespace nutgraf::read::office
