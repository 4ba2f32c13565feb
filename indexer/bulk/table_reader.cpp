// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/table_reader.h"

#include <utility>

#include "core/base/failure.h"

namespace nutgraf::bulk {
namespace {

constexpr std::streamsize kBlockBytes = kBlockSize;
constexpr std::size_t kLevelByte = 4;
constexpr std::size_t kDirectoryEnd = 9;
constexpr std::size_t kDirectory = 11;

[[noreturn]] void fail_to_read(const std::filesystem::path& file) {
  throw Failure(ExitCode::Failed, "cannot read " + file.string() + " back");
}

}  // namespace

/// One piece of an entry; views into the block.
struct TableReader::Item {
  std::string_view key;
  std::string_view bytes;
  std::uint32_t flags = 0;
};

TableReader::TableReader(const std::filesystem::path& file) : file_(file), in_(file, std::ios::binary) {
  Item null_item;
  if (!in_ || !next_item(null_item)) {
    fail_to_read(file_);
  }
}

std::uint32_t TableReader::be16(std::size_t at) const {
  return (static_cast<std::uint32_t>(static_cast<unsigned char>(block_[at])) << 8U) |
         static_cast<unsigned char>(block_[at + 1]);
}

bool TableReader::next_leaf() {
  do {
    in_.read(block_.data(), kBlockBytes);
    if (in_.gcount() == 0) {
      return false;
    }
    if (in_.gcount() != kBlockBytes) {
      fail_to_read(file_);
    }
  } while (block_[kLevelByte] != 0);
  directory_end_ = be16(kDirectoryEnd);
  entry_ = kDirectory;
  return true;
}

bool TableReader::next_item(Item& item) {
  if (entry_ == directory_end_ && !next_leaf()) {
    return false;
  }
  std::size_t at = be16(std::exchange(entry_, entry_ + 2));
  item.flags = be16(at);
  const std::size_t end = at + (item.flags & kItemSize) + 3;
  const std::size_t key_size = static_cast<unsigned char>(block_[at + 2]);
  item.key = {block_.data() + at + 3, key_size};  // may be the block's end
  at += 3 + key_size + ((item.flags & kFirstPiece) != 0 ? 0 : 2);
  item.bytes = std::string_view(block_.data(), block_.size()).substr(at, end - at);
  return true;
}

bool TableReader::next() {
  Item item;
  if (!next_item(item)) {
    return false;
  }
  key_.assign(item.key);
  tag_.assign(item.bytes);
  packed_ = (item.flags & kPackedFlag) != 0 ? Packed::Yes : Packed::No;
  while ((item.flags & kLastPiece) == 0) {
    if (!next_item(item)) {
      fail_to_read(file_);
    }
    tag_.append(item.bytes);
  }
  return true;
}

}  // namespace nutgraf::bulk
