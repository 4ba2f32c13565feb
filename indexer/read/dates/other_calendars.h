// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/schema/day.h"

namespace nutgraf::read::dates {

/// The day that digits mean. Years 2500 to 2600 are of the Buddhist era. Years 1300 to 1500 are of Iran where
/// `language` is Persian; else nothing, for they are no years of newspapers, and may be of the Islamic calendar.
[[nodiscard]] std::optional<schema::Day> common_day(schema::Day written, std::string_view language);

}  // namespace nutgraf::read::dates
