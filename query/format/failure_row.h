// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "core/base/failure.h"
#include "query/format/format.h"

namespace nutgraf::format {

/// What went wrong, for programs: `code` (as the exit code), `message`, `advice`, and for a query that cannot be read
/// `at`, the code point where the error is, counted from 0, and `caret`, the query with a ^ below it on a second line.
/// What is not known is null. `at` counts in `query`.
[[nodiscard]] Row failure_row(const Failure& failure, std::string_view query);

}  // namespace nutgraf::format
