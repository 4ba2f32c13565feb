// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "indexer/bulk/table_writer.h"

namespace nutgraf::bulk {

/// Reads a table that TableWriter wrote, front to back: its leaves lie in the order of their keys.
class TableReader {
 public:
  /// Throws Failure(Failed) where the file cannot be read.
  explicit TableReader(const std::filesystem::path& file);

  /// The next entry, or false at the end.
  bool next();
  /// Valid until next().
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view tag() const { return tag_; }
  [[nodiscard]] Packed packed() const { return packed_; }

 private:
  struct Item;
  [[nodiscard]] bool next_item(Item& item);
  [[nodiscard]] bool next_leaf();
  [[nodiscard]] std::uint32_t be16(std::size_t at) const;

  std::filesystem::path file_;
  std::ifstream in_;
  std::array<char, kBlockSize> block_{};
  std::size_t entry_ = 0;  // in the block's directory
  std::size_t directory_end_ = 0;
  std::string key_;
  std::string tag_;
  Packed packed_ = Packed::No;
};

}  // namespace nutgraf::bulk
