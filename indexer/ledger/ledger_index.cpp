// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/ledger_index.h"

#include <algorithm>
#include <utility>

namespace nutgraf::ledger {

LedgerIndex::LedgerIndex(const std::filesystem::path& file)
    : reading_(read_ledger(file, [this](FileEntry&& entry) { files_.push_back(std::move(entry)); })) {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const FileEntry& entry = files_[i];
    by_path_.emplace(entry.file.path, i);
    for (const auto* list : {&entry.articles, &entry.vanished}) {
      for (const ArticleEntry& article : *list) {
        by_id_.emplace(article.id, Held{&article, list == &entry.articles ? &entry : nullptr});
      }
    }
    for (const AbsentEntry& absent : entry.absent) {
      absent_.emplace(absent.id, Absent{&absent, &entry});
    }
  }
}

const FileEntry* LedgerIndex::file(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &files_[found->second];
}

const ArticleEntry* LedgerIndex::article(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second.article;
}

const FileEntry* LedgerIndex::file_of_article(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second.file;
}

bool LedgerIndex::is_absent(std::string_view path, std::string_view id, std::string_view hash) const {
  const auto [begin, end] = absent_.equal_range(id);
  return std::any_of(begin, end, [&](const auto& declared) {
    return declared.second.entry->hash == hash && declared.second.file->file.path == path;
  });
}

}  // namespace nutgraf::ledger
