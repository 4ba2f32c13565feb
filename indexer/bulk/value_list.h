// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bulk/table_writer.h"

/// The values of one slot in the postlist table. Slots are written in the byte order of their keys: the statistics of
/// all, then the chunks of all. Empty values are those not set.
namespace nutgraf::bulk {

class ValueStatistics {
 public:
  void add(std::string_view value);
  void write(TableWriter& postlist, std::uint32_t slot) const;

 private:
  std::uint64_t count_ = 0;
  std::string lowest_;
  std::string highest_;
};

/// Writes the values cut into chunks as they come.
class ValueChunks {
 public:
  ValueChunks(TableWriter& postlist, std::uint32_t slot) : postlist_(postlist), slot_(slot) {}
  /// Ascending docids.
  void add(std::uint32_t docid, std::string_view value);
  /// The last call.
  void finish();

 private:
  TableWriter& postlist_;
  std::uint32_t slot_;
  std::uint32_t first_ = 0;  // docid of the chunk
  std::uint32_t last_ = 0;
  std::string chunk_;  // empty: none is open
};

}  // namespace nutgraf::bulk
