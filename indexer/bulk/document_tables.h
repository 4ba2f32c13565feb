// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <span>
#include <string>

#include "core/glass/table_writer.h"
#include "indexer/bulk/document_numbers.h"
#include "indexer/bulk/scratch_file.h"

namespace nutgraf::bulk {

/// The docdata and termlist tables, written while the batches are still being analysed: (add)* finish. Documents are
/// numbered as if all of them were kept; where some are not, finish() copies the tables.
class DocumentTables {
 public:
  struct Roots {
    glass::TableRoot docdata;
    glass::TableRoot termlist;
  };

  /// Batches that come before their turn wait in memory up to `waiting_bytes`, then in the scratch file.
  DocumentTables(const std::filesystem::path& target, ScratchFile& scratch, std::uint64_t waiting_bytes);

  /// The tags (put_tags) of a batch's documents. From any thread, in any order, each number from 0 once.
  void add(std::size_t number, std::string tags);

  /// `numbers`: of all batches.
  [[nodiscard]] Roots finish(std::span<const DocumentNumbers> numbers);

 private:
  struct Waiting {
    std::string tags;
    Section spilled;  // empty: they are in `tags`
  };
  [[nodiscard]] Waiting keep(std::size_t number, std::string tags);
  [[nodiscard]] std::string tags_of(Waiting waiting) const;
  void put(std::string_view tags);

  std::filesystem::path target_;
  ScratchFile& scratch_;
  std::uint64_t waiting_bytes_;
  glass::TableWriter docdata_;
  glass::TableWriter termlist_;
  std::uint32_t docid_ = 0;  // the last one written
  std::string key_;

  std::mutex mutex_;  // guards what follows
  std::map<std::size_t, Waiting> waiting_;
  std::uint64_t held_ = 0;  // bytes waiting in memory
  std::size_t next_ = 0;
  enum class State : std::uint8_t { Idle, Writing } state_ = State::Idle;
};

}  // namespace nutgraf::bulk
