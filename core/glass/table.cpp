// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/table.h"

#include <algorithm>
#include <tuple>

#include "core/glass/decode.h"

namespace nutgraf::glass {
namespace {

// Bytes of a block's head, and where its parts stand.
constexpr std::uint32_t kLevel = 4;
constexpr std::uint32_t kDirectoryEnd = 9;
constexpr std::uint32_t kDirectory = 11;

// The two bytes in front of a leaf's item: its size less 3, and flags.
constexpr std::uint32_t kItemSize = 0x1fff;
constexpr std::uint32_t kPacked = 0x8000;
constexpr std::uint32_t kLastPiece = 0x4000;
constexpr std::uint32_t kFirstPiece = 0x2000;

std::string_view text_at(const unsigned char* at, std::uint32_t size) {
  return as_text({at, size});
}

}  // namespace

Table::Table(const std::filesystem::path& file, const Root& root, std::uint64_t revision)
    : file_(root.absent ? FileView() : FileView(file)),
      name_(file.filename().string()),
      root_(root),
      revision_(revision) {}

const unsigned char* Table::block(std::uint32_t number, std::uint32_t level) const {
  const std::uint64_t begin = std::uint64_t{number} * root_.block_size;
  if (begin + root_.block_size > file_.bytes().size()) {
    refuse("is shorter than its blocks say");
  }
  const unsigned char* const block = file_.bytes().data() + begin;
  if (be32(block) > revision_) {
    refuse("was changed while it was read");
  }
  const std::uint32_t end = be16(block + kDirectoryEnd);
  if (block[kLevel] != level || end < kDirectory + 2 || end > root_.block_size) {
    refuse("has a damaged block");
  }
  return block;
}

void Table::refuse(std::string_view what) const {
  throw Damage(name_ + " " + std::string(what));
}

bool TableCursor::seek(std::string_view key) {
  if (table_->empty()) {
    return false;
  }
  if (!is_in_leaf(key)) {
    descend(key);
  }
  search_leaf(key);
  while ((item_.flags & kFirstPiece) == 0) {
    if (!step_back()) {
      table_->refuse("begins in the middle of an entry");
    }
  }
  return !item_.key.empty();
}

bool TableCursor::next() {
  do {
    if (!step_forward()) {
      return false;
    }
  } while ((item_.flags & kFirstPiece) == 0);
  return true;
}

std::span<const unsigned char> TableCursor::tag(std::vector<unsigned char>& whole) const {
  if ((item_.flags & kPacked) != 0) {
    table_->refuse("has a compressed entry where there should be none");
  }
  if ((item_.flags & kLastPiece) != 0) {
    return item_.bytes;
  }
  whole.assign(item_.bytes.begin(), item_.bytes.end());
  TableCursor rest = *this;
  do {
    if (!rest.step_forward() || (rest.item_.flags & kFirstPiece) != 0) {
      table_->refuse("has an entry without its end");
    }
    whole.insert(whole.end(), rest.item_.bytes.begin(), rest.item_.bytes.end());
  } while ((rest.item_.flags & kLastPiece) == 0);
  return whole;
}

/// Is the leaf at hand where a key is, seen from its first and last entries?
bool TableCursor::is_in_leaf(std::string_view key) const {
  const Step& leaf = path_.front();
  return leaf.block != nullptr && leaf_item(0).key < key && key < leaf_item(leaf.items - 1).key;
}

void TableCursor::descend(std::string_view key) {
  const Root& root = table_->root();
  std::uint32_t block = root.block;
  for (std::uint32_t level = root.level;; --level) {
    enter(level, block);
    if (level == 0) {
      return;
    }
    Step& step = path_[level];
    std::uint32_t low = 0;  // its separator is not behind the key: the first one is empty
    for (std::uint32_t high = step.items; high - low > 1;) {
      const std::uint32_t middle = (low + high) / 2;
      const Child separator = child(step, middle);
      (std::tuple(separator.key, separator.piece) <= std::tuple(key, 1U) ? low : high) = middle;
    }
    step.at = low;
    block = child(step, low).block;
  }
}

void TableCursor::enter(std::uint32_t level, std::uint32_t block) {
  Step& step = path_[level];
  step.block = table_->block(block, level);
  step.items = (be16(step.block + kDirectoryEnd) - kDirectory) / 2;
  step.at = 0;
}

void TableCursor::search_leaf(std::string_view key) {
  Step& leaf = path_.front();
  std::uint32_t low = 0;
  std::uint32_t high = leaf.items;  // the first item behind (key, piece 1)
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    const Item item = leaf_item(middle);
    if (std::tuple(item.key, item.piece) <= std::tuple(key, 1U)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  leaf.at = low;
  if (!step_back()) {
    table_->refuse("does not begin with the empty key");
  }
}

bool TableCursor::step_forward() {
  std::uint32_t level = 0;
  const std::uint32_t top = table_->root().level;
  while (path_[level].at + 1 >= path_[level].items) {
    if (level == top) {
      return false;
    }
    ++level;
  }
  ++path_[level].at;
  for (; level > 0; --level) {
    enter(level - 1, child(path_[level], path_[level].at).block);
  }
  item_ = leaf_item(path_.front().at);
  return true;
}

bool TableCursor::step_back() {
  std::uint32_t level = 0;
  const std::uint32_t top = table_->root().level;
  while (path_[level].at == 0) {
    if (level == top) {
      return false;
    }
    ++level;
  }
  --path_[level].at;
  for (; level > 0; --level) {
    enter(level - 1, child(path_[level], path_[level].at).block);
    path_[level - 1].at = path_[level - 1].items - 1;
  }
  item_ = leaf_item(path_.front().at);
  return true;
}

/// Where an item stands; its first three bytes are in the block.
const unsigned char* TableCursor::item_at(const Step& step, std::uint32_t at) const {
  const std::uint32_t offset = be16(step.block + kDirectory + std::size_t{2} * at);
  if (offset + 3 > table_->root().block_size) {
    table_->refuse("has an item outside its block");
  }
  return step.block + offset;
}

TableCursor::Item TableCursor::leaf_item(std::uint32_t at) const {
  const Step& leaf = path_.front();
  const unsigned char* const begin = item_at(leaf, at);
  Item item;
  item.flags = be16(begin);
  const std::uint32_t size = (item.flags & kItemSize) + 3;
  const std::uint32_t key_size = begin[2];
  const std::uint32_t head = 3 + key_size + ((item.flags & kFirstPiece) != 0 ? 0 : 2);
  if (head > size || begin + size > leaf.block + table_->root().block_size) {
    table_->refuse("has an item outside its block");
  }
  item.key = text_at(begin + 3, key_size);
  item.piece = (item.flags & kFirstPiece) != 0 ? 1 : be16(begin + 3 + key_size);
  item.bytes = {begin + head, size - head};
  return item;
}

TableCursor::Child TableCursor::child(const Step& step, std::uint32_t at) const {
  constexpr std::uint32_t kHead = 5;  // the child's number and the size of the key
  const unsigned char* const begin = item_at(step, at);
  const unsigned char* const end = step.block + table_->root().block_size;
  if (begin + kHead > end || begin + kHead + begin[4] + 2 > end) {
    table_->refuse("has an item outside its block");
  }
  return {text_at(begin + kHead, begin[4]), be16(begin + kHead + begin[4]), be32(begin)};
}

}  // namespace nutgraf::glass
