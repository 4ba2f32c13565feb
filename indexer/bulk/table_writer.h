// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/block.h"
#include "indexer/bulk/block_file.h"

/// One glass table written once, front to back, from keys in ascending order: (put)* finish.
namespace nutgraf::bulk {

/// Bytes at which a chunk of a posting or value list is full, as in Xapian: look-ups scan a chunk from its start.
inline constexpr std::size_t kFullChunk = 2000;

/// The two bytes in front of an item: its size less 3, and flags.
inline constexpr std::uint16_t kItemSize = 0x1fff;
inline constexpr std::uint16_t kPackedFlag = 0x8000;
inline constexpr std::uint16_t kLastPiece = 0x4000;
inline constexpr std::uint16_t kFirstPiece = 0x2000;

enum class Packed : std::uint8_t { No, Yes };  // is the tag a raw deflate stream?

/// What iamglass must say of a table.
struct TableRoot {
  std::uint32_t root = 0;
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  // 0 = the table is absent
};

class TableWriter {
 public:
  /// Throws Failure(Failed) where the file cannot be made or written.
  explicit TableWriter(std::filesystem::path file);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;
  TableWriter(TableWriter&&) = delete;
  TableWriter& operator=(TableWriter&&) = delete;

  /// Keys are 1 to 255 bytes in strictly ascending byte order; tags of any length are cut into pieces.
  void put(std::string_view key, std::string_view tag, Packed packed = Packed::No);

  /// Closes the tree and the file.
  TableRoot finish();

 private:
  struct Separator {
    std::string key;
    std::uint16_t piece = 0;
  };
  struct Branch;
  struct Piece {
    std::string_view key;
    std::string_view bytes;
    std::uint16_t number = 1;
    std::uint16_t flags = 0;
  };

  void put_pieces(std::string_view key, std::string_view tag, std::uint16_t flags);
  void put_piece(const Piece& piece);
  void begin_leaf(const Piece& piece);
  void add_child(std::size_t level, const Separator& separator, std::uint32_t child);
  std::uint32_t append(const Branch& branch);
  [[nodiscard]] Separator separator_before(const Piece& piece) const;

  BlockFile file_;
  Block leaf_;
  Separator leaf_separator_;
  std::string_view last_key_;                      // in the leaf
  std::vector<std::unique_ptr<Branch>> branches_;  // the rightmost block of each level, from 1
  std::uint64_t entries_ = 0;
};

}  // namespace nutgraf::bulk
