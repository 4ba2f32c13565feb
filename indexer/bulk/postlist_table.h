// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/glass/format.h"
#include "core/glass/version_file.h"
#include "indexer/bulk/runs.h"

namespace nutgraf::bulk {

struct PostlistTable {
  glass::TableRoot root;
  glass::Statistics statistics;
};

/// Writes the postlist table: metadata, values, lengths, postings.
[[nodiscard]] PostlistTable write_postlist(const std::filesystem::path& file, const Runs& runs,
                                           const std::map<std::string, std::string>& metadata);

}  // namespace nutgraf::bulk
