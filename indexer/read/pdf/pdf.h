// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::pdf {

/// A PDF with text. Throws Unreadable, also where it needs a password or has pictures of text only.
[[nodiscard]] sandbox::Parsed parse_pdf(std::string_view bytes);

}  // namespace nutgraf::read::pdf
