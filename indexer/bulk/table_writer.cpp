// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/table_writer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "core/glass/encode.h"

namespace nutgraf::bulk {
namespace {

constexpr std::uint32_t kMaxItem = (kBlockSize - 19) / 4;  // four items must fit, or later updates break

std::size_t item_size(std::size_t key, std::size_t bytes, std::uint16_t flags) {
  return 3 + key + ((flags & kFirstPiece) != 0 ? 0 : 2) + bytes;
}

}  // namespace

/// A block of blocks. Few are open, so each has memory of its own.
struct TableWriter::Branch {
  Branch(std::uint32_t level, Separator first) : block(bytes.data(), level), separator(std::move(first)) {}

  [[nodiscard]] bool has_room_for(const Separator& child) const {
    return block.empty() || block.has_room_for(child.key.size() + 7);
  }
  void add_child(std::uint32_t child, const Separator& before) {
    const std::string_view key = block.empty() ? std::string_view{} : std::string_view(before.key);
    char* at = block.new_item(static_cast<std::uint32_t>(key.size() + 7));
    put_be32(at, child);
    at[4] = static_cast<char>(key.size());
    put_be16(glass::put_bytes(at + 5, key), key.empty() ? 0U : before.piece);
  }

  std::array<char, kBlockSize> bytes{};
  Block block;
  Separator separator;
};

TableWriter::TableWriter(std::filesystem::path file) : file_(std::move(file)), leaf_(file_.block(), 0) {
  char* null_item = leaf_.new_item(3);
  put_be16(null_item, kFirstPiece | kLastPiece);
  null_item[2] = 0;
}

TableWriter::~TableWriter() = default;

void TableWriter::put(std::string_view key, std::string_view tag, Packed packed) {
  ++entries_;
  const auto compressed = packed == Packed::Yes ? kPackedFlag : std::uint16_t{0};
  if (3 + key.size() + tag.size() <= kMaxItem) {
    put_piece({key, tag, 1, static_cast<std::uint16_t>(kFirstPiece | kLastPiece | compressed)});
  } else {
    put_pieces(key, tag, compressed);
  }
}

void TableWriter::put_pieces(std::string_view key, std::string_view tag, std::uint16_t flags) {
  const std::size_t first_room = kMaxItem - 3 - key.size();
  const std::size_t later_room = first_room - 2;
  const std::size_t pieces = 1 + (tag.size() - first_room + later_room - 1) / later_room;
  // A shorter first piece that fills the leaf costs nothing as long as no further piece is needed.
  const std::size_t least = tag.size() - (pieces - 1) * later_room;
  const std::size_t left = leaf_.room();
  const std::size_t fitting = left > key.size() + 5 ? left - key.size() - 5 : 0;
  std::size_t take = fitting >= least ? std::min(fitting, first_room) : first_room;
  Piece piece{key, {}, 1, static_cast<std::uint16_t>(kFirstPiece | flags)};
  for (; !tag.empty(); ++piece.number) {
    piece.bytes = tag.substr(0, take);
    tag.remove_prefix(piece.bytes.size());
    piece.flags = static_cast<std::uint16_t>(piece.flags | (tag.empty() ? kLastPiece : 0U));
    put_piece(piece);
    take = later_room;
    piece.flags = flags;
  }
}

TableWriter::Separator TableWriter::separator_before(const Piece& piece) const {
  if (piece.number > 1) {
    return {std::string(piece.key), piece.number};
  }
  const auto differing = std::ranges::mismatch(last_key_, piece.key).in2;
  const auto common = static_cast<std::size_t>(differing - piece.key.begin());
  return {std::string(piece.key.substr(0, common + 1)), 1};
}

void TableWriter::put_piece(const Piece& piece) {
  const std::size_t size = item_size(piece.key.size(), piece.bytes.size(), piece.flags);
  if (!leaf_.has_room_for(size)) {
    begin_leaf(piece);
  }
  char* at = leaf_.new_item(static_cast<std::uint32_t>(size));
  put_be16(at, static_cast<std::uint32_t>(size - 3) | piece.flags);
  at[2] = static_cast<char>(piece.key.size());
  last_key_ = {at + 3, piece.key.size()};
  at = glass::put_bytes(at + 3, piece.key);
  if ((piece.flags & kFirstPiece) == 0) {
    put_be16(at, piece.number);
    at += 2;
  }
  glass::put_bytes(at, piece.bytes);
}

void TableWriter::begin_leaf(const Piece& piece) {
  const Separator full = std::exchange(leaf_separator_, separator_before(piece));
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
  return {number, static_cast<std::uint32_t>(level), entries_, file_.count()};
}

}  // namespace nutgraf::bulk
