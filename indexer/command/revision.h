// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/command/comparison.h"

namespace nutgraf::command {

/// Ids by the file whose record of them is to be read.
using Wanted = std::unordered_map<std::string, std::unordered_set<std::string>>;

/// The ledger as it is after an update, and what became of the articles.
struct Revision {
  std::vector<ledger::FileEntry> files;  // in the order in which a build would meet them
  std::vector<std::string> vanished;     // ids that are in the index and no longer where they came from
  std::unordered_set<std::string> gone;  // files that were not found any more
  Wanted wanted;                         // the last records of their ids, of which the index holds others
  std::vector<read::Reject> duplicates;  // between a file that was read and one that was not
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
};

/// Of all records of an id in files that are still there, the last one in input order makes the article. Only below
/// INPUTs that were looked at can anything vanish, and not below a folder or in a file that could not be read.
[[nodiscard]] Revision revise(const ledger::Known& known, const Comparison& seen, const build::PipelineResult& result);

/// Takes vanished articles and files that are gone out of a revised ledger.
void prune(Revision& revision);

/// Reads wanted records again and hands them to the comparison, nothing else.
class Restoration : public build::UpdateSteps {
 public:
  Restoration(const Wanted& wanted, Comparison& comparison) : wanted_(wanted), comparison_(comparison) {}
  read::FileDecision begin_file(const read::FileFacts& file) override;
  build::ArticleDecision decide(const build::ArticleFacts& article) override;
  void apply(const build::ArticleFacts& article, std::span<const PassageDocument> passages) override;

 private:
  const Wanted& wanted_;
  Comparison& comparison_;
};

}  // namespace nutgraf::command
