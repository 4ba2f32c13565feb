// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/atomic_file.h"
#include "indexer/read/read_options.h"
#include "indexer/read/sink.h"

/// sources.jsonl, the writer's memory of what an index was made from: which files, as they stood then, and the articles
/// of each with a hash of what was read, also those that a later record of the same id keeps out. JSON lines, streamed
/// both ways: the first has the reading options and roots, then one per file in input order. Never read by queries.
namespace nutgraf::ledger {

struct ArticleEntry {
  std::string id;
  std::string hash;  // of its record and text as read, then of title and text alone (blocklist.h)
  std::uint32_t passages = 0;
  friend bool operator==(const ArticleEntry&, const ArticleEntry&) = default;
};

/// Why a record that declares an id did not make the article.
enum class Absence : std::uint8_t {
  Superseded,  // a later record declares the same id
  Wordless,    // it is the last one, but contains no word
};

struct AbsentEntry {
  std::string id;
  std::string hash;
  Absence why = Absence::Superseded;
  friend bool operator==(const AbsentEntry&, const AbsentEntry&) = default;
};

struct FileEntry {
  read::FileFacts file;
  std::vector<ArticleEntry> articles;  // in the index
  std::vector<ArticleEntry> vanished;  // still in the index, no longer in the file
  std::vector<AbsentEntry> absent;     // declared in the file, not in the index
};

/// Writes beside `file` and takes its name in close(), so that a copy that shares bytes is never written into.
class Writer {
 public:
  Writer(const std::filesystem::path& file, const read::ReadOptions& reading);
  void write(const FileEntry& entry);
  void close();

 private:
  AtomicFile file_;
};

/// Calls `take` for every file in order; returns the reading options. Throws Failure(Missing) naming file and line
/// where the ledger is missing or damaged.
read::ReadOptions read_ledger(const std::filesystem::path& file, const std::function<void(FileEntry&&)>& take);

}  // namespace nutgraf::ledger
