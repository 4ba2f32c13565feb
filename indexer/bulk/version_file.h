// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/bulk/table_writer.h"

namespace nutgraf::bulk {

struct GlassStatistics {
  std::uint64_t documents = 0;    // docids are dense: the last one is this, too
  std::uint64_t shortest = 0;     // smallest document length above 0; 0 = none
  std::uint64_t longest = 0;      // largest document length
  std::uint64_t highest_wdf = 0;  // of any term in any document
  std::uint64_t total_length = 0;
};

struct GlassTables {
  TableRoot postlist;
  TableRoot docdata;
  TableRoot termlist;
  TableRoot position;
};

/// Writes `iamglass` into the database folder, aside and then renamed: until it is there, there is no database.
void write_version_file(const std::filesystem::path& folder, const GlassTables& tables,
                        const GlassStatistics& statistics);

}  // namespace nutgraf::bulk
