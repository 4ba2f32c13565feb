// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/read/dates/written_date.h"

namespace nutgraf::read::dates {

/// A bare number: YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDhhmmss (or with milliseconds), or seconds, milliseconds, microseconds
/// or nanoseconds since 1970 (UTC).
[[nodiscard]] std::optional<WrittenDate> parse_number(std::int64_t number);

}  // namespace nutgraf::read::dates
