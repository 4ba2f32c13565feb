// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/read/press/nexis.h"

namespace nutgraf::read::press {

/// The blocks between blank lines of an export as plain text, lines kept. Those set in the middle of the page are
/// centred; a line such as "1 of 10 DOCUMENTS" or "End of Document" is a block of its own.
[[nodiscard]] std::vector<Paragraph> paragraphs_of_text(std::string_view text);

}  // namespace nutgraf::read::press
