// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/read/press/nexis.h"

namespace nutgraf::read::press {

/// Whether the beginning of a page shows that Nexis wrote it.
[[nodiscard]] bool is_nexis_page(std::string_view front);

/// The paragraphs of an export as a page. Its styles tell which are centred and which are bold.
[[nodiscard]] std::vector<Paragraph> paragraphs_of_page(std::string_view html);

}  // namespace nutgraf::read::press
