// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/schema/day.h"

namespace nutgraf::read::dates {

/// A day of the solar calendar of Iran; nothing if there is none, or its year is not from 1300 to 1500.
[[nodiscard]] std::optional<schema::Day> day_of_iran(schema::Day written);

/// The day that digits mean. Years 2500 to 2600 are of the Buddhist era. Years 1300 to 1500 are of Iran where
/// `language` is Persian; else nothing, for they are no years of newspapers, and may be of the Islamic calendar.
[[nodiscard]] std::optional<schema::Day> common_day(schema::Day written, std::string_view language);

}  // namespace nutgraf::read::dates
