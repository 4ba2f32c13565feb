// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "indexer/options.h"
#include "indexer/store/generations.h"
#include "indexer/store/live_store.h"

namespace nutgraf::command {

/// The next generation as an edited copy of the live one. It is copied when the first change comes, so that a run which
/// finds nothing to change costs nothing; a dry run changes nothing at all.
class LiveEdit {
 public:
  LiveEdit(std::filesystem::path index, Run run) : index_(std::move(index)), run_(run) {}

  /// Makes the copy before the first change, if a run is to end with a new generation whatever it finds.
  void open();
  /// Drops what is there of the article and adds these passages (maybe none).
  void replace(const std::string& id, std::span<const passage::PassageDocument> passages);
  void remove(const std::string& id) { replace(id, {}); }

  [[nodiscard]] bool has_changes() const { return changes_ != 0; }
  /// Commits. Only after open() or a change that was no dry run.
  [[nodiscard]] Contract finish(const passage::Vocabulary& added);
  [[nodiscard]] store::NewGeneration& generation() { return *generation_; }

 private:
  std::filesystem::path index_;
  Run run_;
  std::uint64_t changes_ = 0;
  std::optional<store::NewGeneration> generation_;
  std::unique_ptr<store::LiveStore> store_;
};

}  // namespace nutgraf::command
