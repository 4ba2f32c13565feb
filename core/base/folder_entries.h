// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace nutgraf {

/// What a folder contains, in no order; nothing where there is no folder. Throws Failure(Missing) naming the folder if
/// it cannot be read to its end.
[[nodiscard]] std::vector<std::filesystem::directory_entry> folder_entries(const std::filesystem::path& folder);

}  // namespace nutgraf
