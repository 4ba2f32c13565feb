// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace nutgraf::glass {

/// A file of blocks that are filled one after the other, in place.
class BlockFile {
 public:
  /// Throws Failure(Failed) if the file cannot be made.
  explicit BlockFile(std::filesystem::path file);
  ~BlockFile();
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;
  BlockFile(BlockFile&&) = delete;
  BlockFile& operator=(BlockFile&&) = delete;

  /// The block to be filled: the same bytes until append(), whose return value is its number. Not zeroed.
  [[nodiscard]] char* block() { return buffer_.data() + filled_; }
  /// Throws Failure(Failed): disk full, ...
  std::uint32_t append();
  [[nodiscard]] std::uint32_t count() const { return blocks_; }

  /// Writes what is left.
  void close();

 private:
  void write_buffer();

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::vector<char> buffer_;
  std::size_t filled_ = 0;  // bytes of buffer_
  std::uint32_t blocks_ = 0;
  off_t written_ = 0;  // bytes of the file
};

}  // namespace nutgraf::glass
