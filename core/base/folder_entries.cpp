// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/folder_entries.h"

#include <fmt/format.h>

#include "core/base/failure.h"

namespace nutgraf {

std::vector<std::filesystem::directory_entry> folder_entries(const std::filesystem::path& folder,
                                                             std::error_code& error) {
  std::vector<std::filesystem::directory_entry> entries;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    entries.push_back(*entry);
  }
  return entries;
}

std::vector<std::filesystem::directory_entry> folder_entries(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::directory_entry> entries = folder_entries(folder, error);
  if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory) {
    throw Failure(ExitCode::Missing, fmt::format("cannot read the folder {}: {}", folder.string(), error.message()));
  }
  return entries;
}

}  // namespace nutgraf
