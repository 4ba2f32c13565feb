// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::office {

/// A book in EPUB: its chapters in reading order are the text of one article. Throws Unreadable.
[[nodiscard]] sandbox::Parsed parse_epub(std::string_view bytes);

}  // namespace nutgraf::read::office
