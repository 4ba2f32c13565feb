// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/index/contract.h"
#include "indexer/ledger/file_sum.h"
#include "indexer/read/read_options.h"

/// manifest.json: a readable account of a generation, what build and update without INPUT use again, and the sums of
/// all other files. Its last line has the sum of those before it.
namespace nutgraf::ledger {

struct Manifest {
  std::string generation;  // "0007"
  std::string built_at;    // UTC, 2024-06-01T12:30:00Z
  std::string command;     // that made it: build, update, ...
  read::ReadOptions reading;
  Contract contract;  // copy of the one in the passages
  std::uint64_t files = 0;
  std::uint64_t rejected = 0;  // records and files
  std::map<std::string, std::uint64_t> skipped;
  std::map<std::string, std::uint64_t> encodings;
  std::uint64_t density = 0;  // bytes of tables per passage when all were last written anew; 0 = not known
  FileSums sums;              // empty in those of older programs
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);
/// Throws Failure(Missing) if it is missing, damaged or not what its sum says.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& folder);

[[nodiscard]] std::string utc_now();

}  // namespace nutgraf::ledger
