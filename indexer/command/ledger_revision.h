// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/command/update_diff.h"

namespace nutgraf::command {

/// Ids by the file whose record of them is to be read.
using Wanted = std::unordered_map<std::string, std::unordered_set<std::string>>;

/// The ledger as it is after an update, and what became of the articles.
struct LedgerRevision {
  std::vector<ledger::FileEntry> files;  // in the order in which a build would meet them
  std::vector<std::string> vanished;     // ids that are in the index and no longer where they came from
  std::unordered_set<std::string> gone;  // files that were not found any more
  Wanted wanted;                         // the last records of their ids, of which the index contains others
  std::vector<read::Reject> duplicates;  // between a file that was read and one that was not
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
};

/// Of all records of an id in files that are still there, the last one in input order makes the article. Only below
/// INPUTs that were looked at can anything vanish, and not below a folder or in a file that could not be read.
[[nodiscard]] LedgerRevision revise(const ledger::LedgerIndex& known, const UpdateDiff& seen,
                                    const build::PipelineResult& result);

/// Whether a file declares other records than the ledger knows of it: who deletes one of them later must meet all.
[[nodiscard]] bool declares_news(const LedgerRevision& revision, const ledger::LedgerIndex& known);

/// Takes vanished articles and files that are gone out of a revised ledger.
void prune(LedgerRevision& revision);

}  // namespace nutgraf::command
