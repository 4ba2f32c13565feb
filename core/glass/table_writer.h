// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/block.h"
#include "core/glass/block_file.h"
#include "core/glass/format.h"

namespace nutgraf::glass {

/// One table, written once, front to back, from keys in ascending order: (put)* finish.
class TableWriter {
 public:
  /// Throws Failure(Failed) if the file cannot be made or written.
  explicit TableWriter(std::filesystem::path file);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;
  TableWriter(TableWriter&&) = delete;
  TableWriter& operator=(TableWriter&&) = delete;

  /// Keys are 1 to 255 bytes in strictly ascending byte order; long tags are cut into fragments.
  void put(std::string_view key, std::string_view tag, Compressed compressed = Compressed::No);

  /// Closes the tree and the file.
  TableRoot finish();

 private:
  struct Separator {
    std::string key;
    std::uint16_t fragment = 0;
  };
  struct Branch;
  struct Fragment {
    std::string_view key;
    std::string_view bytes;
    std::uint16_t number = 1;
    std::uint16_t flags = 0;
  };

  void put_fragments(std::string_view key, std::string_view tag, std::uint16_t flags);
  void put_fragment(const Fragment& fragment);
  void begin_leaf(const Fragment& fragment);
  void add_child(std::size_t level, const Separator& separator, std::uint32_t child);
  std::uint32_t append(const Branch& branch);
  [[nodiscard]] Separator separator_before(const Fragment& fragment) const;

  BlockFile file_;
  Block leaf_;
  Separator leaf_separator_;
  std::string_view last_key_;                      // in the leaf
  std::vector<std::unique_ptr<Branch>> branches_;  // the rightmost block of each level, from 1
  std::uint64_t entries_ = 0;
};

}  // namespace nutgraf::glass
