// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/console.h"
#include "indexer/read/sink.h"

namespace nutgraf::command {

/// --on-error quarantine: copies records and files that were rejected into the folder `quarantine` of the index, where
/// they can be mended, in place of what lies there. The inputs stay as they are. Records of packed files are not
/// copied, but listed as every reject is. Throws Failure(Failed) where a copy cannot be written.
void quarantine(const std::filesystem::path& index, const std::vector<read::Reject>& rejects, const Console& console);

}  // namespace nutgraf::command
