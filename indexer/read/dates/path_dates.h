// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/schema/day.h"

/// Days that paths tell.
namespace nutgraf::read::dates {

/// A day in a file's name, between characters that are not digits: 2024-06-01, 2024_06_01, 2024.06.01, 20240601.
[[nodiscard]] std::optional<schema::Day> day_in_name(std::string_view name);

/// A day in the folders of a path, the last one where there are several: 2024/06/01 (the last part may be the file:
/// 2024/06/01.txt), or a part that contains a day as a file's name would. The file's own name is not looked into.
[[nodiscard]] std::optional<schema::Day> day_in_folders(std::string_view path);

}  // namespace nutgraf::read::dates
