// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

/// The file that the one writer of an index locks (POSIX fcntl), as readers see it: the kernel knows whether a process
/// has locked it, so a writer that runs is told from one that was killed.
namespace nutgraf {

struct LockHolder {
  std::string pid;   // empty where the system does not tell
  std::string host;  // empty likewise
};

/// What the last holder wrote into the open file.
[[nodiscard]] LockHolder last_holder(int file);
/// Who has locked it now.
[[nodiscard]] std::optional<LockHolder> lock_holder(int file);
/// The writer of an index that runs now. Not for a process that holds the lock itself: the lock would be released.
[[nodiscard]] std::optional<LockHolder> running_writer(const std::filesystem::path& index);

/// "process 4711 on host"
[[nodiscard]] std::string describe(const LockHolder& holder);

}  // namespace nutgraf
