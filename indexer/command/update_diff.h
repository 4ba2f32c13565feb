// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/build/ordered_sink.h"
#include "indexer/command/input_order.h"
#include "indexer/command/live_edit.h"
#include "indexer/ledger/ledger_index.h"

namespace nutgraf::command {

/// Where an update looks.
struct Scope {
  InputOrder order;                    // of all INPUTs that the index remembers
  std::vector<std::string> looked_at;  // names of this run's INPUTs that contain something
  std::vector<std::string> empty;      // the others, as typed: nothing below them counts as vanished
  std::vector<std::string> roots;
};
/// `inputs` are this run's, `remembered` those that the index will remember.
[[nodiscard]] Scope scope_of(const std::vector<std::string>& inputs, const std::vector<std::string>& remembered,
                             const std::vector<std::string>& roots);

/// What the index contains of an article.
struct Content {
  std::string hash;
  std::uint32_t passages = 0;  // none: the record contains no word
  std::string path;            // of its file where this run read it
};

/// Holds what an update reads against the ledger: passes over files and articles that have not changed, hands the
/// others to the edit, and remembers what it saw. Of several records of one id it takes those that may be the last;
/// revise() says which one is.
class UpdateDiff : public build::OrderedSink {
 public:
  UpdateDiff(const ledger::LedgerIndex& known, LiveEdit& edit, const Scope& scope)
      : known_(known), edit_(edit), scope_(scope) {}

  read::FileDecision begin_file(const read::FileFacts& file) override;
  /// Throws Failure(Usage) where another file has given this id from its path.
  build::ArticleDecision decide(const build::ArticleFacts& article) override;
  void apply(const build::ArticleFacts& article, std::span<const passage::PassageDocument> passages) override;

  [[nodiscard]] bool was_read(const std::string& path) const { return read_.contains(path); }
  [[nodiscard]] bool was_passed_over(const std::string& path) const { return passed_over_.contains(path); }
  /// Articles that were new or changed, by id.
  [[nodiscard]] const std::unordered_map<std::string, Content>& taken() const { return taken_; }
  [[nodiscard]] const Scope& scope() const { return scope_; }

 private:
  /// Whether this run will leave a file as the ledger has it.
  [[nodiscard]] bool stays(const read::FileFacts& file);

  const ledger::LedgerIndex& known_;
  LiveEdit& edit_;
  const Scope& scope_;
  std::unordered_set<std::string> read_;
  std::unordered_set<std::string> passed_over_;
  std::unordered_map<std::string, Content> taken_;
  std::unordered_map<std::string, bool> stays_;
};

}  // namespace nutgraf::command
