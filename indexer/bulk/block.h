// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "indexer/bulk/block_file.h"

namespace nutgraf::bulk {

inline constexpr std::uint32_t kRevision = 1;

inline void put_be16(char* at, std::uint32_t value) {
  at[0] = static_cast<char>(value >> 8U);
  at[1] = static_cast<char>(value);
}

inline void put_be32(char* at, std::uint32_t value) {
  put_be16(at, value >> 16U);
  put_be16(at + 2, value);
}

/// A B-tree block being filled in memory that is not its own: directory from the front, items from the back.
class Block {
 public:
  Block(char* bytes, std::uint32_t level) : bytes_(bytes), level_(level) {}

  [[nodiscard]] std::uint32_t room() const { return lowest_ - kHeader - 2 * items_; }
  [[nodiscard]] bool has_room_for(std::size_t item) const { return room() >= item + 2; }
  [[nodiscard]] bool empty() const { return items_ == 0; }

  /// Where the bytes of a new item go.
  [[nodiscard]] char* new_item(std::uint32_t size) {
    lowest_ -= size;
    put_be16(bytes_ + kHeader + std::size_t{2} * items_, lowest_);
    ++items_;
    return bytes_ + lowest_;
  }

  void close() const {
    const std::uint32_t directory_end = kHeader + 2 * items_;
    put_be32(bytes_, kRevision);
    bytes_[4] = static_cast<char>(level_);
    put_be16(bytes_ + 5, lowest_ - directory_end);
    put_be16(bytes_ + 7, lowest_ - directory_end);
    put_be16(bytes_ + 9, directory_end);
    std::memset(bytes_ + directory_end, 0, lowest_ - directory_end);
  }

 private:
  static constexpr std::uint32_t kHeader = 11;  // bytes before the directory

  char* bytes_;
  std::uint32_t level_;
  std::uint32_t lowest_ = kBlockSize;
  std::uint32_t items_ = 0;
};

}  // namespace nutgraf::bulk
