// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "indexer/console.h"
#include "indexer/ledger/ledger_index.h"
#include "indexer/options.h"
#include "indexer/store/generations.h"

/// What `delete --purge` does besides deleting: no word of the articles stays in a file of the index, and their texts
/// do not come back.
namespace nutgraf::command {

/// Adds all texts of these ids that any generation's ledger knows to the list of blocked articles.
void block(const std::filesystem::path& index, const std::vector<std::string>& ids);

/// Rewrites what a copy of the live generation still says of articles that were deleted in it: lists of words, unused
/// blocks, rejects. `ids` are those articles.
void erase_traces(const store::NewGeneration& generation, const std::vector<std::string>& ids,
                  const WritingOptions& writing);

/// Removes earlier generations and what killed writers left. Throws Failure(Failed) where something stays.
void remove_earlier(const std::filesystem::path& index);

/// Names articles that stay, but have the text of one that was deleted.
void say_same_texts(const ledger::LedgerIndex& known, const std::vector<std::string>& ids, const Console& console);

/// delete --unblock: lets the texts of these ids in again.
ExitCode unblock(const IndexOptions& options, const std::vector<std::string>& ids, const Console& console);

/// Throws Failure(Failed) if the generation contains an article that was purged.
void require_none_blocked(const std::filesystem::path& index, const std::filesystem::path& generation);

}  // namespace nutgraf::command
