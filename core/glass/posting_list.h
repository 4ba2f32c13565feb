// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/byte_reader.h"
#include "core/glass/table.h"

/// Lists of the postlist table: documents in ascending order, each with a number. Those of a term have its frequency
/// there (wdf), the list of lengths has the documents' lengths. A list is cut into chunks, an entry each.
namespace nutgraf::glass {

class TableWriter;

/// Writes the postings of one term, or the lengths of all documents, cut into chunks as Xapian does: clear, (add)*,
/// write.
class PostingListWriter {
 public:
  void clear();
  /// Ascending docids from 1.
  void add(std::uint32_t docid, std::uint32_t wdf);
  [[nodiscard]] bool empty() const { return chunks_.empty(); }

  void write_term(TableWriter& postlist, std::string_view term);
  void write_lengths(TableWriter& postlist);

 private:
  struct Chunk {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::size_t begin = 0;  // in bytes_
  };
  struct Keys {
    std::string first;
    std::string later;  // a docid follows
  };
  void write(TableWriter& postlist, const Keys& keys, std::string header);

  std::string bytes_;
  std::vector<Chunk> chunks_;
  std::uint64_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
};

/// Reads such a list. Throws CorruptionError.
class PostingCursor {
 public:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();

  /// At the first document of the term. The table must outlive it.
  PostingCursor(const Table& postlist, std::string_view term);
  /// At the first document; `frequency` is its length.
  [[nodiscard]] static PostingCursor lengths(const Table& postlist);

  PostingCursor(PostingCursor&&) noexcept = default;
  PostingCursor& operator=(PostingCursor&&) noexcept = default;
  PostingCursor(const PostingCursor&) = delete;  // it looks into its own bytes
  PostingCursor& operator=(const PostingCursor&) = delete;
  ~PostingCursor() = default;

  /// How many there are, and the sum of their numbers; 0 and 0 for lengths.
  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  [[nodiscard]] std::uint64_t occurrences() const { return occurrences_; }

  /// kEnd after the last one.
  [[nodiscard]] std::uint32_t document() const { return document_; }
  [[nodiscard]] std::uint32_t frequency() const { return frequency_; }

  void next() {
    if (chunk_.empty()) {
      next_chunk();
      return;
    }
    const std::uint64_t gap = chunk_.varint();
    if (gap >= last_ - document_) {
      refuse();
    }
    document_ += static_cast<std::uint32_t>(gap) + 1;
    frequency_ = static_cast<std::uint32_t>(chunk_.varint());
  }

  /// Goes on to the first document not before this one.
  void skip_to(std::uint32_t document);
  /// Goes on or back to a place from which skip_to finds the document without much to read.
  void seek_near(std::uint32_t document);
  /// The last document up to which `next` only continues in the current chunk.
  [[nodiscard]] std::uint32_t last_of_chunk() const { return last_; }

 private:
  enum class ChunkKind : std::uint8_t { First, Later };
  PostingCursor(const Table& postlist, std::string first_key, std::string later_key);
  [[noreturn]] static void refuse();
  void end();
  void skip_in_chunk(std::uint32_t document);
  void next_chunk();
  void read_chunk(ChunkKind kind);

  TableCursor at_;
  std::string first_key_;
  std::string later_key_;  // without the docid
  std::vector<unsigned char> fragments_;
  ByteReader chunk_;
  std::uint32_t document_ = kEnd;
  std::uint32_t frequency_ = 0;
  std::uint32_t last_ = 0;  // document of the chunk
  bool is_last_chunk_ = true;
  std::uint32_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
};

}  // namespace nutgraf::glass
