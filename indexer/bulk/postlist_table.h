// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "indexer/bulk/runs.h"
#include "indexer/bulk/table_writer.h"
#include "indexer/bulk/version_file.h"

namespace nutgraf::bulk {

struct PostlistTable {
  TableRoot root;
  GlassStatistics statistics;
};

/// Writes the postlist table: metadata, values, lengths, postings.
[[nodiscard]] PostlistTable write_postlist(const std::filesystem::path& file, const Runs& runs,
                                           const std::map<std::string, std::string>& metadata);

}  // namespace nutgraf::bulk
