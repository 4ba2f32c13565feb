// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "indexer/read/byte_source.h"
#include "indexer/read/unpack/unpacker.h"
#include "indexer/read/window.h"

namespace nutgraf::read::unpack {

/// Packed bytes that are damaged from there on.
class Undecodable : public Unreadable {
 public:
  using Unreadable::Unreadable;
};

/// What a .gz, .zst, .xz, .bz2, .lzma or .lz contains. Unlike a filter of libarchive it gives all that comes before
/// damage.
class UnpackedSource final : public ByteSource {
 public:
  static constexpr std::size_t kMark = 14;  // bytes, the longest

  /// Whether it can unpack what begins with `front`.
  [[nodiscard]] static bool begins(std::string_view front);

  /// `bytes` must outlive the source.
  explicit UnpackedSource(ByteSource& bytes) : packed_(bytes) {}

  /// Throws Undecodable where the damage is, and whatever `bytes` throw.
  [[nodiscard]] std::size_t read(std::span<char> into) override;

 private:
  enum class Place : std::uint8_t { Between, Inside, Lost };

  /// Members joined by `cat` are read to the last; zeros that fill a block end the file. False at the end.
  bool begin_member();
  std::size_t unpack_some(std::span<char> into);
  [[noreturn]] void lose(std::string_view what) const;

  Window packed_;
  std::unique_ptr<Unpacker> unpacker_;
  Packing packing_ = Packing::Gzip;
  Place place_ = Place::Between;
  std::uint64_t given_ = 0;
};

}  // namespace nutgraf::read::unpack
