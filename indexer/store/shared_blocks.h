// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// Where a copy still has the blocks of its original, as file systems that share blocks (btrfs, XFS) make copies: there
/// the bytes are the same without being read.
namespace nutgraf::store {

/// Bytes of a file that lie together on the disk.
struct Extent {
  std::uint64_t begin = 0;  // in the file
  std::uint64_t size = 0;
  std::uint64_t place = 0;  // on the disk
};

/// Bytes [begin, end) of a file.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// What has the same place in both, in order; neighbours are joined. Extents are in the order of the file.
[[nodiscard]] std::vector<ByteRange> shared_ranges(std::span<const Extent> one, std::span<const Extent> other);

/// Of two open files; nothing where the file system does not tell.
[[nodiscard]] std::vector<ByteRange> shared_ranges(int one, int other);

[[nodiscard]] bool contains(std::span<const ByteRange> ranges, const ByteRange& range);

}  // namespace nutgraf::store
