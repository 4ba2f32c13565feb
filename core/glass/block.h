// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/glass/format.h"
#include "core/glass/scalars.h"

namespace nutgraf::glass {

/// A B-tree block being filled in memory that is not its own: directory from the front, items from the back.
class Block {
 public:
  Block(char* bytes, std::uint32_t level) : bytes_(bytes), level_(level) {}

  [[nodiscard]] std::uint32_t room() const { return lowest_ - kDirectoryOffset - 2 * items_; }
  [[nodiscard]] bool has_room_for(std::size_t item) const { return room() >= item + 2; }
  [[nodiscard]] bool empty() const { return items_ == 0; }

  /// Where the bytes of a new item go.
  [[nodiscard]] char* new_item(std::uint32_t size) {
    lowest_ -= size;
    put_be16(bytes_ + kDirectoryOffset + std::size_t{2} * items_, lowest_);
    ++items_;
    return bytes_ + lowest_;
  }

  void close() const {
    const std::uint32_t directory_end = kDirectoryOffset + 2 * items_;
    put_be32(bytes_, kFirstRevision);
    bytes_[kLevelOffset] = static_cast<char>(level_);
    put_be16(bytes_ + kFreeOffset, lowest_ - directory_end);
    put_be16(bytes_ + kTotalFreeOffset, lowest_ - directory_end);
    put_be16(bytes_ + kDirectoryEndOffset, directory_end);
    std::memset(bytes_ + directory_end, 0, lowest_ - directory_end);
  }

 private:
  char* bytes_;
  std::uint32_t level_;
  std::uint32_t lowest_ = kBlockSize;
  std::uint32_t items_ = 0;
};

}  // namespace nutgraf::glass
