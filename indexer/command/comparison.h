// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/build/update_pipeline.h"
#include "indexer/command/live_edit.h"
#include "indexer/ledger/known.h"

namespace nutgraf::command {

/// Holds what an update reads against the ledger: passes over files and articles that have not changed, hands the
/// others to the edit, and remembers what it saw.
class Comparison : public build::UpdateSteps {
 public:
  Comparison(const ledger::Known& known, LiveEdit& edit) : known_(known), edit_(edit) {}

  read::FileDecision begin_file(const read::FileFacts& file) override;
  build::ArticleDecision decide(const build::ArticleFacts& article) override;
  void apply(const build::ArticleFacts& article, std::span<const PassageDocument> passages) override;

  [[nodiscard]] bool was_read(const std::string& path) const { return read_.contains(path); }
  [[nodiscard]] bool was_passed_over(const std::string& path) const { return passed_over_.contains(path); }
  /// Passages of articles that were new or changed, by id.
  [[nodiscard]] const std::unordered_map<std::string, std::uint32_t>& taken() const { return taken_; }

 private:
  const ledger::Known& known_;
  LiveEdit& edit_;
  std::unordered_set<std::string> read_;
  std::unordered_set<std::string> passed_over_;
  std::unordered_map<std::string, std::uint32_t> taken_;
};

/// The ledger as it is after an update, and what became of the articles.
struct Revision {
  std::vector<ledger::FileEntry> files;  // those known before in their order, then new ones
  std::vector<std::string> vanished;     // ids that are in the index and no longer where they came from
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
};

/// Only below `result`'s INPUTs can anything vanish, and not below a folder or in a file that could not be read.
[[nodiscard]] Revision revise(const ledger::Known& known, const Comparison& seen, const build::PipelineResult& result,
                              const std::vector<std::string>& inputs);

/// Takes vanished articles out of a revised ledger.
void prune(Revision& revision);

}  // namespace nutgraf::command
