// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/ledger/file_sum.h"

/// Sums of the files of a generation: all but its manifest, which contains them, and the empty lock of Xapian.
namespace nutgraf::store {

/// Throws Failure(Missing) if a file cannot be read.
[[nodiscard]] ledger::FileSums sums_of(const std::filesystem::path& generation);

/// A generation and the sums in its manifest.
struct SummedGeneration {
  const std::filesystem::path& folder;
  const ledger::FileSums& sums;
};

/// Of an edited copy of `original`. Only what differs is summed, so damage that the copy took over still shows.
[[nodiscard]] ledger::FileSums sums_of_copy(const std::filesystem::path& copy, const SummedGeneration& original);

/// Files that differ from their sums or are missing, one sentence each. Nothing if an older program kept no sums.
/// Throws Failure(Missing) if that cannot be told: not permitted, no descriptors left.
[[nodiscard]] std::vector<std::string> differences(const SummedGeneration& generation);

}  // namespace nutgraf::store
