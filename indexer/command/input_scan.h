// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/options.h"

/// A look at the inputs before any of them is opened: what is wrong is said before a build reads for hours.
namespace nutgraf::command {

struct InputScan {
  std::uint64_t text_bytes = 0;   // of all files, packed ones as they may be when they are unpacked
  std::string unreadable_folder;  // and why; empty = none. Nobody knows what is in it
};
/// Standard input counts as nothing.
[[nodiscard]] InputScan scan_inputs(const std::vector<std::string>& inputs);

/// Throws Failure(Missing) where a folder cannot be read, unless `--on-error skip` was typed: a build would lose what
/// the index has of it.
void require_readable(const InputScan& scan, OnError on_error);

/// Told by the name: a record of such a file cannot be found again by its place.
[[nodiscard]] bool is_packed(const std::filesystem::path& file);

}  // namespace nutgraf::command
