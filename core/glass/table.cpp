// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/table.h"

#include <algorithm>
#include <tuple>

#include "core/glass/byte_reader.h"
#include "core/glass/scalars.h"

namespace nutgraf::glass {
namespace {

std::string_view text_at(const unsigned char* at, std::uint32_t size) {
  return as_text({at, size});
}

}  // namespace

Table::Table(const std::filesystem::path& file, const TableRoot& root, std::uint64_t revision)
    : file_(root.absent() ? FileView() : FileView(file)),
      name_(file.filename().string()),
      root_(root),
      revision_(revision) {
  if (!root.absent()) {
    (void)block(root.block, root.level);
  }
}

const unsigned char* Table::block(std::uint32_t number, std::uint32_t level) const {
  const std::uint64_t begin = std::uint64_t{number} * root_.block_size;
  if (begin + root_.block_size > file_.bytes().size()) {
    refuse("is shorter than its blocks say");
  }
  const unsigned char* const block = file_.bytes().data() + begin;
  if (get_be32(block) > revision_) {
    refuse("was changed while it was read");
  }
  const std::uint32_t end = get_be16(block + kDirectoryEndOffset);
  if (block[kLevelOffset] != level || end < kDirectoryOffset + 2 || end > root_.block_size) {
    refuse("has a damaged block");
  }
  return block;
}

void Table::refuse(std::string_view what) const {
  throw CorruptionError(name_ + " " + std::string(what));
}

bool TableCursor::seek(std::string_view key) {
  if (table_->empty()) {
    return false;
  }
  if (!is_in_leaf(key)) {
    descend(key);
  }
  search_leaf(key);
  while ((item_.flags & kFirstFragmentFlag) == 0) {
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
  } while ((item_.flags & kFirstFragmentFlag) == 0);
  return true;
}

Compressed TableCursor::compressed() const {
  return (item_.flags & kCompressedFlag) != 0 ? Compressed::Yes : Compressed::No;
}

std::span<const unsigned char> TableCursor::tag(std::vector<unsigned char>& whole) const {
  if (compressed() == Compressed::Yes) {
    table_->refuse("has a compressed entry where there should be none");
  }
  return stored_tag(whole);
}

std::span<const unsigned char> TableCursor::stored_tag(std::vector<unsigned char>& whole) const {
  if ((item_.flags & kLastFragmentFlag) != 0) {
    return item_.bytes;
  }
  whole.assign(item_.bytes.begin(), item_.bytes.end());
  TableCursor rest = *this;
  do {
    if (!rest.step_forward() || (rest.item_.flags & kFirstFragmentFlag) != 0) {
      table_->refuse("has an entry without its end");
    }
    whole.insert(whole.end(), rest.item_.bytes.begin(), rest.item_.bytes.end());
  } while ((rest.item_.flags & kLastFragmentFlag) == 0);
  return whole;
}

/// Is the current leaf where a key is, seen from its first and last entries?
bool TableCursor::is_in_leaf(std::string_view key) const {
  const Step& leaf = path_.front();
  return leaf.block != nullptr && leaf_item(0).key < key && key < leaf_item(leaf.items - 1).key;
}

void TableCursor::descend(std::string_view key) {
  const TableRoot& root = table_->root();
  std::uint32_t block = root.block;
  for (std::uint32_t level = root.level;; --level) {
    enter(level, block);
    if (level == 0) {
      return;
    }
    Step& step = path_[level];
    std::uint32_t low = 0;  // its separator is not after the key: the first one is empty
    for (std::uint32_t high = step.items; high - low > 1;) {
      const std::uint32_t middle = (low + high) / 2;
      const Child separator = child(step, middle);
      (std::tuple(separator.key, separator.fragment) <= std::tuple(key, 1U) ? low : high) = middle;
    }
    step.at = low;
    block = child(step, low).block;
  }
}

void TableCursor::enter(std::uint32_t level, std::uint32_t block) {
  Step& step = path_[level];
  step.block = table_->block(block, level);
  step.items = (get_be16(step.block + kDirectoryEndOffset) - kDirectoryOffset) / 2;
  step.at = 0;
}

void TableCursor::search_leaf(std::string_view key) {
  Step& leaf = path_.front();
  std::uint32_t low = 0;
  std::uint32_t high = leaf.items;  // the first item after (key, fragment 1)
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    const Item item = leaf_item(middle);
    if (std::tuple(item.key, item.fragment) <= std::tuple(key, 1U)) {
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

/// Where an item begins; the bytes of its head are in the block.
const unsigned char* TableCursor::item_at(const Step& step, std::uint32_t at) const {
  const std::uint32_t offset = get_be16(step.block + kDirectoryOffset + std::size_t{2} * at);
  if (offset + kItemHeadSize > table_->root().block_size) {
    table_->refuse("has an item outside its block");
  }
  return step.block + offset;
}

TableCursor::Item TableCursor::leaf_item(std::uint32_t at) const {
  const Step& leaf = path_.front();
  const unsigned char* const begin = item_at(leaf, at);
  Item item;
  item.flags = get_be16(begin);
  const std::uint32_t size = (item.flags & kItemSizeMask) + kItemHeadSize;
  const std::uint32_t key_size = begin[2];
  const std::uint32_t head =
      kItemHeadSize + key_size + ((item.flags & kFirstFragmentFlag) != 0 ? 0 : kFragmentNumberSize);
  if (head > size || begin + size > leaf.block + table_->root().block_size) {
    table_->refuse("has an item outside its block");
  }
  item.key = text_at(begin + kItemHeadSize, key_size);
  item.fragment = (item.flags & kFirstFragmentFlag) != 0 ? 1 : get_be16(begin + kItemHeadSize + key_size);
  item.bytes = {begin + head, size - head};
  return item;
}

TableCursor::Child TableCursor::child(const Step& step, std::uint32_t at) const {
  const unsigned char* const begin = item_at(step, at);
  const unsigned char* const end = step.block + table_->root().block_size;
  if (begin + kBranchItemHeadSize > end || begin + kBranchItemHeadSize + begin[4] + kFragmentNumberSize > end) {
    table_->refuse("has an item outside its block");
  }
  return {text_at(begin + kBranchItemHeadSize, begin[4]), get_be16(begin + kBranchItemHeadSize + begin[4]),
          get_be32(begin)};
}

}  // namespace nutgraf::glass
