// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"

namespace nutgraf::read::html {

/// Whether a block, whose text is given, is the caption of a picture right before it: it begins with what that has for
/// those who cannot see it (`alt`), or with its `title`. A heading may be what a picture is named after.
[[nodiscard]] bool is_picture_text(const Dom& dom, const Block& block, std::string_view text);

}  // namespace nutgraf::read::html
