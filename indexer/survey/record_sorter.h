// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "indexer/bulk/scratch_file.h"

namespace nutgraf::survey {

struct Record {
  std::uint64_t key = 0;
  std::uint64_t value = 0;
  friend bool operator<(const Record& a, const Record& b) { return a.key != b.key ? a.key < b.key : a.value < b.value; }
};

/// Sorts more records than fit into memory: (add)* sort, then each_group as often as wanted. Sorted runs that do not
/// fit go to a scratch file.
class RecordSorter {
 public:
  /// `file` is made when the first run is written. `memory` in bytes, for the records that are held.
  RecordSorter(std::filesystem::path file, std::uint64_t memory);

  /// From any thread. Throws Failure(Failed): disk full, ...
  void add(std::span<const Record> records);
  void sort();

  /// visit(key, values) for each key, ascending; values ascending, valid during the call.
  template <typename Visit>
  void each_group(Visit visit) const {
    Merge merge(*this);
    std::vector<std::uint64_t> values;
    for (const Record* record = merge.next(); record != nullptr;) {
      const std::uint64_t key = record->key;
      values.clear();
      for (; record != nullptr && record->key == key; record = merge.next()) {
        values.push_back(record->value);
      }
      visit(key, std::span<const std::uint64_t>(values));
    }
  }

 private:
  /// A run on its way through memory.
  struct Run {
    bulk::Section rest;  // in the file
    std::vector<Record> buffer;
    std::span<const Record> held;  // what is left of the buffer, or of the records in memory
  };
  /// All runs as one.
  class Merge {
   public:
    explicit Merge(const RecordSorter& sorter);
    /// Null at the end; valid until the next call.
    [[nodiscard]] const Record* next();

   private:
    void refill(Run& run) const;

    const RecordSorter& sorter_;
    std::vector<Run> runs_;
    std::vector<std::size_t> heap_;  // of runs that are not empty, the least record first
    Record record_;
  };

  void spill();

  std::filesystem::path file_;
  std::size_t most_;  // records in memory
  std::mutex mutex_;  // guards what is below until sort()
  std::vector<Record> records_;
  std::unique_ptr<bulk::ScratchFile> scratch_;
  std::vector<bulk::Section> runs_;
};

}  // namespace nutgraf::survey
