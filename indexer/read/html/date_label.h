// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/read/dates/dates.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"

namespace nutgraf::read::html {

/// The first date behind words that say it is that of publication, in the same short block or in the next one:
/// "Published on: 1 November 2023", "Erschienen am: 1.11.2023". `blocks` are all of the page, `language` is what it
/// declares.
[[nodiscard]] std::optional<dates::WrittenDate> labelled_date(const Dom& dom, const std::vector<Block>& blocks,
                                                              std::string_view language);

}  // namespace nutgraf::read::html
