// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The glass format of Xapian 1.4, as far as it is written and read here: constants and the layout of blocks. The
/// lists in the tables' entries have a file each.
namespace nutgraf::glass {

/// Bytes of a block: Xapian's default, and what is written here.
inline constexpr std::uint32_t kBlockSize = 8192;
/// Of a database written at once.
inline constexpr std::uint32_t kFirstRevision = 1;

/// A block: revision (4 bytes), level (1), room between directory and items (2), all free room (2), end of the
/// directory (2), the directory (2 bytes per item: its offset), then free room and the items, the last one first.
inline constexpr std::uint32_t kLevelOffset = 4;
inline constexpr std::uint32_t kFreeOffset = 5;
inline constexpr std::uint32_t kTotalFreeOffset = 7;
inline constexpr std::uint32_t kDirectoryEndOffset = 9;
inline constexpr std::uint32_t kDirectoryOffset = 11;

/// An item of a leaf: its size less 3 with flags (2 bytes), size of the key (1), the key, the number of the fragment
/// (2, none in the first), bytes of the tag. A long tag is cut into fragments, an item each.
inline constexpr std::uint32_t kItemSizeMask = 0x1fff;
inline constexpr std::uint32_t kCompressedFlag = 0x8000;
inline constexpr std::uint32_t kLastFragmentFlag = 0x4000;
inline constexpr std::uint32_t kFirstFragmentFlag = 0x2000;
inline constexpr std::uint32_t kItemHeadSize = 3;
inline constexpr std::uint32_t kFragmentNumberSize = 2;

/// An item of a branch: number of the child's block (4 bytes), size of the key (1), the key, number of the fragment
/// (2).
inline constexpr std::uint32_t kBranchItemHeadSize = 5;

/// Levels of a table at most.
inline constexpr std::size_t kMaxLevels = 10;

enum class Compressed : std::uint8_t { No, Yes };  // is the tag raw deflate?

/// Tags above this size are compressed where that makes them smaller, in tables that compress at all.
inline constexpr std::uint32_t kCompressAbove = 18;  // bytes

/// Bytes at which a chunk of a posting or value list is full: look-ups scan a chunk from its start.
inline constexpr std::size_t kFullChunk = 2000;

/// What keys of the postlist table begin with that are not a term's.
inline constexpr std::string_view kMetadataPrefix("\x00\xc0", 2);
inline constexpr std::string_view kValueBoundsPrefix("\x00\xd0", 2);
inline constexpr std::string_view kValueChunkPrefix("\x00\xd8", 2);
inline constexpr std::string_view kDocumentLengthsKey("\x00\xe0", 2);

inline constexpr std::string_view kVersionFile = "iamglass";
inline constexpr std::string_view kPostlistFile = "postlist.glass";
inline constexpr std::string_view kPositionFile = "position.glass";
inline constexpr std::string_view kDocdataFile = "docdata.glass";
inline constexpr std::string_view kTermlistFile = "termlist.glass";

/// Where a table's tree begins, and how much there is of it.
struct TableRoot {
  std::uint32_t block = 0;  // number of the root's block
  std::uint32_t level = 0;  // 0: the root is a leaf
  std::uint32_t block_size = kBlockSize;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  // of the file; 0 = the table is absent

  [[nodiscard]] bool absent() const { return blocks == 0; }
};

}  // namespace nutgraf::glass
