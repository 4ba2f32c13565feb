// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/table_writer.h"

namespace nutgraf::bulk {

/// The postings of one term, or the lengths of all documents, cut into chunks as Xapian does: clear, (add)*, write.
class PostingList {
 public:
  void clear();
  /// Ascending docids from 1.
  void add(std::uint32_t docid, std::uint32_t wdf);
  [[nodiscard]] bool empty() const { return chunks_.empty(); }

  void write_term(TableWriter& postlist, std::string_view term);
  void write_lengths(TableWriter& postlist);

 private:
  struct Chunk {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::size_t begin = 0;  // in bytes_
  };
  struct Keys {
    std::string first;
    std::string later;  // a docid follows
  };
  void write(TableWriter& postlist, const Keys& keys, std::string header);

  std::string bytes_;
  std::vector<Chunk> chunks_;
  std::uint64_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
};

}  // namespace nutgraf::bulk
