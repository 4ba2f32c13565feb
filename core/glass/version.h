// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace nutgraf::glass {

/// Where a table's tree begins.
struct Root {
  std::uint32_t block = 0;
  std::uint32_t level = 0;  // 0: the root is a leaf
  std::uint32_t block_size = 0;
  bool absent = true;
};

/// What `iamglass` says of a database: the tables that are searched.
struct Version {
  std::string uuid;  // 16 bytes
  std::uint64_t revision = 0;
  Root postlist;
  Root position;
  std::uint64_t highest_frequency = 0;  // of any term in any document
};

/// Throws Damage where the file is not of the format of Xapian 1.4, std::system_error where it cannot be opened.
[[nodiscard]] Version read_version(const std::filesystem::path& file);

}  // namespace nutgraf::glass
