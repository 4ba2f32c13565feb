// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/format/format.h"

namespace nutgraf::format {

/// The name of a hit in runs and judgments: its article's id, with "#K" where passages are ranked. White space and
/// control characters, which would break the columns, are percent-encoded.
[[nodiscard]] std::string docno(const view::Hit& hit, TrecUnit unit);
[[nodiscard]] std::string without_blanks(std::string_view name);

}  // namespace nutgraf::format
