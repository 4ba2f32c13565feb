// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/ledger/ledger.h"

namespace nutgraf::ledger {

/// A whole ledger in memory, for a writer that compares an index with what is there now.
class Known {
 public:
  /// Throws Failure(Missing) where the ledger is missing or damaged.
  explicit Known(const std::filesystem::path& file);
  Known(const Known&) = delete;  // the maps point into files_
  Known& operator=(const Known&) = delete;
  Known(Known&&) = delete;
  Known& operator=(Known&&) = delete;
  ~Known() = default;

  [[nodiscard]] const read::ReadOptions& reading() const { return reading_; }
  [[nodiscard]] std::span<const FileEntry> files() const { return files_; }
  [[nodiscard]] const FileEntry* file(std::string_view path) const;
  /// Also of articles that vanished from their files but are still in the index.
  [[nodiscard]] const ArticleEntry* article(std::string_view id) const;

 private:
  std::vector<FileEntry> files_;
  read::ReadOptions reading_;
  std::unordered_map<std::string_view, std::size_t> by_path_;
  std::unordered_map<std::string_view, const ArticleEntry*> by_id_;
};

}  // namespace nutgraf::ledger
