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
class LedgerIndex {
 public:
  /// Throws Failure(Missing) if the ledger is missing or damaged.
  explicit LedgerIndex(const std::filesystem::path& file);
  LedgerIndex(const LedgerIndex&) = delete;  // the maps point into files_
  LedgerIndex& operator=(const LedgerIndex&) = delete;
  LedgerIndex(LedgerIndex&&) = delete;
  LedgerIndex& operator=(LedgerIndex&&) = delete;
  ~LedgerIndex() = default;

  [[nodiscard]] const read::ReadOptions& reading() const { return reading_; }
  [[nodiscard]] std::span<const FileEntry> files() const { return files_; }
  [[nodiscard]] const FileEntry* file(std::string_view path) const;
  /// Of articles in the index, also those that vanished from their files.
  [[nodiscard]] const ArticleEntry* article(std::string_view id) const;
  /// The file that declares such an article; none if it has vanished.
  [[nodiscard]] const FileEntry* file_of_article(std::string_view id) const;
  /// Whether the file declared this record, but it did not make the article.
  [[nodiscard]] bool is_absent(std::string_view path, std::string_view id, std::string_view hash) const;

 private:
  std::vector<FileEntry> files_;
  read::ReadOptions reading_;
  std::unordered_map<std::string_view, std::size_t> by_path_;
  struct Held {
    const ArticleEntry* article = nullptr;
    const FileEntry* file = nullptr;
  };
  struct Absent {
    const AbsentEntry* entry = nullptr;
    const FileEntry* file = nullptr;
  };
  std::unordered_map<std::string_view, Held> by_id_;
  std::unordered_multimap<std::string_view, Absent> absent_;
};

}  // namespace nutgraf::ledger
