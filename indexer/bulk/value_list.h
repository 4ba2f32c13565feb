// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/table_writer.h"

namespace nutgraf::bulk {

/// The values of one slot, cut into chunks, with their statistics.
class ValueList {
 public:
  explicit ValueList(std::uint32_t slot) : slot_(slot) {}
  /// Ascending docids; values are not empty.
  void add(std::uint32_t docid, std::string_view value);
  /// Slots are written in the byte order of their keys: all statistics, then all chunks.
  void write_statistics(TableWriter& postlist) const;
  void write_chunks(TableWriter& postlist) const;

 private:
  struct Chunk {
    std::uint32_t first = 0;
    std::string bytes;
  };
  std::uint32_t slot_;
  std::uint32_t last_ = 0;
  std::uint64_t count_ = 0;
  std::string lowest_;
  std::string highest_;
  std::vector<Chunk> chunks_;
};

}  // namespace nutgraf::bulk
