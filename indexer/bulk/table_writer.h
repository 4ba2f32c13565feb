// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// One glass table written once, front to back, from keys in ascending order: (put)* finish.
namespace nutgraf::bulk {

inline constexpr std::uint32_t kBlockSize = 8192;  // Xapian's default
inline constexpr std::uint32_t kRevision = 1;
/// Bytes at which a chunk of a posting or value list is full, as in Xapian: look-ups scan a chunk from its start.
inline constexpr std::size_t kFullChunk = 2000;

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

  /// Keys are 1 to 255 bytes in strictly ascending byte order; tags of any length are cut into pieces.
  void put(std::string_view key, std::string_view tag, Packed packed = Packed::No);

  /// Closes the tree and the file.
  TableRoot finish();

 private:
  class Block;
  struct Separator {
    std::string key;
    std::uint16_t piece = 0;
  };
  struct Piece {
    std::string_view key;
    std::string_view bytes;
    std::uint16_t number = 1;
    std::uint16_t flags = 0;
  };

  void put_piece(const Piece& piece);
  void add_child(std::size_t level, const Separator& separator, std::uint32_t child);
  std::uint32_t append(Block& block);
  void flush();
  [[nodiscard]] Separator separator_before(const Piece& piece) const;

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::vector<Block> open_;  // the rightmost block of each level, leaf first
  std::string last_key_;
  std::string buffer_;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace nutgraf::bulk
