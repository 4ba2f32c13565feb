// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/file_view.h"
#include "core/glass/format.h"

namespace nutgraf::glass {

/// A table of a glass database: keys in byte order, each with a tag, in a tree of blocks.
class Table {
 public:
  Table() = default;  // without entries
  /// `revision`: the newest a block may be of. Throws std::system_error where the file cannot be opened,
  /// CorruptionError where it does not contain its root.
  Table(const std::filesystem::path& file, const TableRoot& root, std::uint64_t revision);

  [[nodiscard]] bool empty() const { return root_.absent(); }
  [[nodiscard]] const TableRoot& root() const { return root_; }

  /// Throws CorruptionError if there is no such block, or it was written after the table was opened.
  [[nodiscard]] const unsigned char* block(std::uint32_t number, std::uint32_t level) const;
  /// What is wrong, and where.
  [[noreturn]] void refuse(std::string_view what) const;

 private:
  FileView file_;
  std::string name_;
  TableRoot root_;
  std::uint64_t revision_ = 0;
};

/// An entry of a table, and those beside it. Throws CorruptionError if a block is not what it should be.
class TableCursor {
 public:
  /// The table must outlive it.
  explicit TableCursor(const Table& table) : table_(&table) {}

  /// Goes to the last entry whose key is not after `key`; false if there is none: then next() goes to the first one.
  [[nodiscard]] bool seek(std::string_view key);
  /// Goes on; false after the last entry.
  [[nodiscard]] bool next();

  [[nodiscard]] std::string_view key() const { return item_.key; }
  /// `whole` contains it if it is in fragments. A compressed one is refused.
  [[nodiscard]] std::span<const unsigned char> tag(std::vector<unsigned char>& whole) const;
  /// The same as it is stored, compressed or not.
  [[nodiscard]] std::span<const unsigned char> stored_tag(std::vector<unsigned char>& whole) const;
  [[nodiscard]] Compressed compressed() const;

 private:
  /// A fragment of an entry in a leaf.
  struct Item {
    std::string_view key;
    std::span<const unsigned char> bytes;
    std::uint32_t flags = 0;
    std::uint32_t fragment = 1;
  };
  struct Child {
    std::string_view key;
    std::uint32_t fragment = 0;
    std::uint32_t block = 0;
  };
  struct Step {
    const unsigned char* block = nullptr;
    std::uint32_t items = 0;
    std::uint32_t at = 0;
  };
  [[nodiscard]] bool is_in_leaf(std::string_view key) const;
  void descend(std::string_view key);
  void enter(std::uint32_t level, std::uint32_t block);
  void search_leaf(std::string_view key);
  [[nodiscard]] bool step_forward();
  [[nodiscard]] bool step_back();
  [[nodiscard]] const unsigned char* item_at(const Step& step, std::uint32_t at) const;
  [[nodiscard]] Item leaf_item(std::uint32_t at) const;
  [[nodiscard]] Child child(const Step& step, std::uint32_t at) const;

  const Table* table_;
  std::array<Step, kMaxLevels> path_{};  // by level, the leaf first
  Item item_;
};

}  // namespace nutgraf::glass
