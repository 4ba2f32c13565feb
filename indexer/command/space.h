// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/console.h"
#include "indexer/options.h"

/// Room on disk: estimated before a build reads for hours, and watched while it writes.
namespace nutgraf::command {

/// What a build needs in one file system when it is at its fullest, beside what is there already.
struct SpaceNeed {
  std::filesystem::path folder;
  std::uint64_t bytes = 0;
  std::uint64_t free = 0;
};

/// Estimated from the size of the texts: docs/operations.md says how well. Two if --tmp names another file system.
[[nodiscard]] std::vector<SpaceNeed> space_needs(const IndexOptions& options, std::uint64_t text_bytes);

/// Warns where less is free than a build needs; throws Failure(Failed) where it is less than half of that.
void require_space(const std::vector<SpaceNeed>& needs, const Console& console);

/// "needs about 2.1 GB in /srv, 1.4 GB free"
[[nodiscard]] std::string to_line(const SpaceNeed& need);

/// Ends a run before it has filled a disk to the last byte.
class SpaceWatch {
 public:
  explicit SpaceWatch(const IndexOptions& options);
  /// Looks at most once a second. Throws Failure(Failed) naming the folder.
  void look();

 private:
  std::vector<std::filesystem::path> folders_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace nutgraf::command
