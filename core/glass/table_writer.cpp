// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/table_writer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "core/glass/scalars.h"

namespace nutgraf::glass {
namespace {

constexpr std::uint32_t kMaxItem = (kBlockSize - 19) / 4;  // four items must fit, or later updates break

std::size_t item_size(std::size_t key, std::size_t bytes, std::uint16_t flags) {
  return kItemHeadSize + key + ((flags & kFirstFragmentFlag) != 0 ? 0 : kFragmentNumberSize) + bytes;
}

}  // namespace

/// A block of blocks. Few are open, so each has memory of its own.
struct TableWriter::Branch {
  Branch(std::uint32_t level, Separator first) : block(bytes.data(), level), separator(std::move(first)) {}

  [[nodiscard]] bool has_room_for(const Separator& child) const {
    return block.empty() || block.has_room_for(child.key.size() + kBranchItemHeadSize + kFragmentNumberSize);
  }
  void add_child(std::uint32_t child, const Separator& before) {
    const std::string_view key = block.empty() ? std::string_view{} : std::string_view(before.key);
    char* at = block.new_item(static_cast<std::uint32_t>(key.size() + kBranchItemHeadSize + kFragmentNumberSize));
    put_be32(at, child);
    at[4] = static_cast<char>(key.size());
    put_be16(put_bytes(at + kBranchItemHeadSize, key), key.empty() ? 0U : before.fragment);
  }

  std::array<char, kBlockSize> bytes{};
  Block block;
  Separator separator;
};

TableWriter::TableWriter(std::filesystem::path file) : file_(std::move(file)), leaf_(file_.block(), 0) {
  char* null_item = leaf_.new_item(kItemHeadSize);
  put_be16(null_item, kFirstFragmentFlag | kLastFragmentFlag);
  null_item[2] = 0;
}

TableWriter::~TableWriter() = default;

void TableWriter::put(std::string_view key, std::string_view tag, Compressed compressed) {
  ++entries_;
  const std::uint32_t flag = compressed == Compressed::Yes ? kCompressedFlag : 0;
  if (kItemHeadSize + key.size() + tag.size() <= kMaxItem) {
    put_fragment({key, tag, 1, static_cast<std::uint16_t>(kFirstFragmentFlag | kLastFragmentFlag | flag)});
  } else {
    put_fragments(key, tag, static_cast<std::uint16_t>(flag));
  }
}

void TableWriter::put_fragments(std::string_view key, std::string_view tag, std::uint16_t flags) {
  const std::size_t first_room = kMaxItem - kItemHeadSize - key.size();
  const std::size_t later_room = first_room - kFragmentNumberSize;
  const std::size_t fragments = 1 + (tag.size() - first_room + later_room - 1) / later_room;
  // A shorter first fragment that fills the leaf costs nothing as long as no further fragment is needed.
  const std::size_t least = tag.size() - (fragments - 1) * later_room;
  const std::size_t left = leaf_.room();
  const std::size_t fitting = left > key.size() + 5 ? left - key.size() - 5 : 0;
  std::size_t take = fitting >= least ? std::min(fitting, first_room) : first_room;
  Fragment fragment{key, {}, 1, static_cast<std::uint16_t>(kFirstFragmentFlag | flags)};
  for (; !tag.empty(); ++fragment.number) {
    fragment.bytes = tag.substr(0, take);
    tag.remove_prefix(fragment.bytes.size());
    fragment.flags = static_cast<std::uint16_t>(fragment.flags | (tag.empty() ? kLastFragmentFlag : 0U));
    put_fragment(fragment);
    take = later_room;
    fragment.flags = flags;
  }
}

TableWriter::Separator TableWriter::separator_before(const Fragment& fragment) const {
  if (fragment.number > 1) {
    return {std::string(fragment.key), fragment.number};
  }
  const auto differing = std::ranges::mismatch(last_key_, fragment.key).in2;
  const auto common = static_cast<std::size_t>(differing - fragment.key.begin());
  return {std::string(fragment.key.substr(0, common + 1)), 1};
}

void TableWriter::put_fragment(const Fragment& fragment) {
  const std::size_t size = item_size(fragment.key.size(), fragment.bytes.size(), fragment.flags);
  if (!leaf_.has_room_for(size)) {
    begin_leaf(fragment);
  }
  char* at = leaf_.new_item(static_cast<std::uint32_t>(size));
  put_be16(at, static_cast<std::uint32_t>(size - kItemHeadSize) | fragment.flags);
  at[2] = static_cast<char>(fragment.key.size());
  last_key_ = {at + kItemHeadSize, fragment.key.size()};
  at = put_bytes(at + kItemHeadSize, fragment.key);
  if ((fragment.flags & kFirstFragmentFlag) == 0) {
    put_be16(at, fragment.number);
    at += kFragmentNumberSize;
  }
  put_bytes(at, fragment.bytes);
}

void TableWriter::begin_leaf(const Fragment& fragment) {
  const Separator full = std::exchange(leaf_separator_, separator_before(fragment));
  leaf_.close();
  add_child(1, full, file_.append());
  leaf_ = Block(file_.block(), 0);
}

void TableWriter::add_child(std::size_t level, const Separator& separator, std::uint32_t child) {
  if (branches_.size() < level) {
    branches_.push_back(std::make_unique<Branch>(static_cast<std::uint32_t>(level), separator));
  }
  if (!branches_[level - 1]->has_room_for(separator)) {
    const auto full =
        std::exchange(branches_[level - 1], std::make_unique<Branch>(static_cast<std::uint32_t>(level), separator));
    add_child(level + 1, full->separator, append(*full));
  }
  branches_[level - 1]->add_child(child, separator);
}

std::uint32_t TableWriter::append(const Branch& branch) {
  branch.block.close();
  std::memcpy(file_.block(), branch.bytes.data(), branch.bytes.size());
  return file_.append();
}

TableRoot TableWriter::finish() {
  leaf_.close();
  std::uint32_t number = file_.append();
  Separator separator = leaf_separator_;
  std::size_t level = 0;
  for (; level < branches_.size(); ++level) {
    add_child(level + 1, separator, number);
    separator = branches_[level]->separator;
    number = append(*branches_[level]);
  }
  file_.close();
  return {number, static_cast<std::uint32_t>(level), kBlockSize, entries_, file_.count()};
}

}  // namespace nutgraf::glass
