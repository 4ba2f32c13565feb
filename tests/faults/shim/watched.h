// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// Files below the folder that NUTGRAF_FAULT_FOLDER names. All other files are left alone.
namespace nutgraf::test {

/// Is the file behind a descriptor one of them?
[[nodiscard]] bool is_watched(int descriptor);

/// A name in a folder, whether or not there is such a file.
struct Place {
  std::uint64_t folder = 0;  // inode
  std::string name;
};

/// Where a path leads, relative to the folder `base` (or AT_FDCWD); nothing if that is not below the watched one.
[[nodiscard]] std::optional<Place> watched_place(int base, const char* path);

/// Of the file with this path or descriptor; 0 = there is none.
[[nodiscard]] std::uint64_t inode_at(int base, const char* path);
[[nodiscard]] std::uint64_t inode_of(int descriptor);

}  // namespace nutgraf::test
