// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "core/base/failure.h"
#include "query/format/format.h"

namespace nutgraf::format {

/// What went wrong, for programs: `code` (as the exit code), `message`, `advice`, and of a query that cannot be read
/// `at`, the code point that it is about, counted from 0, and `caret`, the query with a ^ below it on a second line.
/// What there is none of is null. `query` is the text that the place is counted in.
[[nodiscard]] Row failure_row(const Failure& failure, std::string_view query);

}  // namespace nutgraf::format
