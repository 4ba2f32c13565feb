// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/byte_source.h"
#include "indexer/read/unpack/archive_stream.h"
#include "indexer/read/unpack/unpacker.h"
#include "indexer/read/window.h"

namespace nutgraf::read::warc {

/// Whether a compressed file begins as a crawl: a gzip member or zstd frame with a record at its front, or the
/// dictionary of a .warc.zst.
[[nodiscard]] bool begins_packed_crawl(std::string_view front);

/// Whether it begins with a gzip member or a frame of zstd.
[[nodiscard]] bool is_packed(std::string_view front);

/// A crawl that is compressed record by record, as one stream. Unlike a stream of an archive, it outlives damage: a
/// member that cannot be unpacked is one Unreadable, and reading goes on with the next that can. No byte of a member
/// but the last is held back until its checksum is verified.
class PackedSource final : public ByteSource {
 public:
  /// Both must outlive the source.
  PackedSource(ByteSource& bytes, unpack::UnpackBudget& budget) : packed_(bytes), budget_(budget) {}

  /// Throws Unreadable for each piece that is lost, BudgetSpent where too much comes out.
  [[nodiscard]] std::size_t read(std::span<char> into) override;

 private:
  enum class Place : std::uint8_t { Between, Inside, Lost, Over };

  /// Unpacks some more; false at the end.
  bool fill();
  bool begin_member();
  void read_dictionary();
  bool unpack_more();
  /// Drops what cannot be unpacked; false where nothing that can follows.
  bool search();
  [[noreturn]] void lose(const std::string& reason);
  bool need(std::size_t count);
  [[nodiscard]] std::size_t ready() const;  // bytes of out_ that may be given

  Window packed_;
  unpack::UnpackBudget& budget_;
  std::unique_ptr<unpack::Unpacker> gzip_;
  std::unique_ptr<unpack::Unpacker> zstd_;
  unpack::Unpacker* member_ = nullptr;
  Place place_ = Place::Between;
  std::string dictionary_;
  std::size_t used_ =
      0;  // of the window: the beginning of a member stays until it is known to be whole, if it is short
  std::uint64_t begin_ = 0;  // of the member, in the packed bytes
  std::vector<char> out_;
  std::size_t given_ = 0;   // of out_
  std::size_t filled_ = 0;  // of out_
};

}  // namespace nutgraf::read::warc
