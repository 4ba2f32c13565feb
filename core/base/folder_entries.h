// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace nutgraf {

/// What a folder contains, in no order; nothing where there is no folder. Throws Failure(Missing) naming the folder if
/// it cannot be read to its end.
[[nodiscard]] std::vector<std::filesystem::directory_entry> folder_entries(const std::filesystem::path& folder);

/// The same, as far as it can be read; a folder that is not there is an error too.
[[nodiscard]] std::vector<std::filesystem::directory_entry> folder_entries(const std::filesystem::path& folder,
                                                                           std::error_code& error);

}  // namespace nutgraf
