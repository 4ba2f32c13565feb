// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/read/dates/dates.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"

namespace nutgraf::read::html {

/// A moment in the data of a page as the page shows it to its readers, in their time zone, where that makes it another
/// day: 00:44 UTC is 21:44 of the day before in Brasília. Nothing where the page shows no such time, or the same day.
[[nodiscard]] std::optional<dates::WrittenDate> as_shown(const dates::WrittenDate& moment, const Dom& dom,
                                                         const std::vector<Block>& blocks, std::string_view language);

}  // namespace nutgraf::read::html
