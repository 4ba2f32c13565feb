// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/byte_reader.h"
#include "core/glass/table.h"

/// Lists of values in the postlist table: those of a slot by document, cut into chunks, an entry each. Slots are
/// written in the byte order of their keys: the bounds of all, then the lists of all. An empty value is one that is not
/// set.
namespace nutgraf::glass {

class TableWriter;

/// How many values a slot has, and the lowest and highest of them.
class ValueBoundsWriter {
 public:
  void add(std::string_view value);
  void write(TableWriter& postlist, std::uint32_t slot) const;

 private:
  std::uint64_t count_ = 0;
  std::string lowest_;
  std::string highest_;
};

/// Writes the values of one slot, cut into chunks as they come.
class ValueListWriter {
 public:
  ValueListWriter(TableWriter& postlist, std::uint32_t slot) : postlist_(postlist), slot_(slot) {}
  /// Ascending docids.
  void add(std::uint32_t docid, std::string_view value);
  /// The last call.
  void finish();

 private:
  TableWriter& postlist_;
  std::uint32_t slot_;
  std::uint32_t first_ = 0;  // docid of the chunk
  std::uint32_t last_ = 0;
  std::string chunk_;  // empty: none is open
};

/// Reads the values of one slot; those of documents soon after the last one asked about are found fastest. Throws
/// CorruptionError.
class ValueCursor {
 public:
  /// The table must outlive it.
  ValueCursor(const Table& postlist, std::uint32_t slot);

  ValueCursor(ValueCursor&&) noexcept = default;
  ValueCursor& operator=(ValueCursor&&) noexcept = default;
  ValueCursor(const ValueCursor&) = delete;  // it looks into its own bytes
  ValueCursor& operator=(const ValueCursor&) = delete;
  ~ValueCursor() = default;

  /// Empty if the document has none; valid until the next call.
  [[nodiscard]] std::string_view at(std::uint32_t document);

 private:
  [[nodiscard]] bool seek(std::uint32_t document);
  [[nodiscard]] bool step();

  TableCursor at_;
  std::string key_;
  std::size_t slot_size_;  // of the key
  std::vector<unsigned char> fragments_;
  ByteReader chunk_;
  std::uint32_t first_ = 0;     // document of the chunk; 0 = none was read
  std::uint32_t document_ = 0;  // of the current value
  std::string_view value_;
};

}  // namespace nutgraf::glass
