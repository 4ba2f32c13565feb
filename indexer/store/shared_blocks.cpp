// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/shared_blocks.h"

#include <linux/fiemap.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace nutgraf::store {
namespace {

// Of these the place says nothing about the bytes.
constexpr std::uint32_t kUnusable = FIEMAP_EXTENT_UNKNOWN | FIEMAP_EXTENT_DELALLOC | FIEMAP_EXTENT_ENCODED |
                                    FIEMAP_EXTENT_NOT_ALIGNED | FIEMAP_EXTENT_DATA_INLINE | FIEMAP_EXTENT_UNWRITTEN;

/// The next extents of a file from `begin` on, at most as many as fit; none at its end or where the system cannot tell.
class ExtentPage {
 public:
  ExtentPage(int file, std::uint64_t begin) : bytes_(sizeof(fiemap) + kExtents * sizeof(fiemap_extent)) {
    fiemap request{};
    request.fm_start = begin;
    request.fm_length = FIEMAP_MAX_OFFSET - begin;
    request.fm_flags = FIEMAP_FLAG_SYNC;
    request.fm_extent_count = kExtents;
    std::memcpy(bytes_.data(), &request, sizeof request);
    if (::ioctl(file, FS_IOC_FIEMAP, bytes_.data()) == 0) {
      std::memcpy(&request, bytes_.data(), sizeof request);
      count_ = request.fm_mapped_extents;
    }
  }

  [[nodiscard]] std::uint32_t size() const { return count_; }
  [[nodiscard]] fiemap_extent at(std::uint32_t number) const {
    fiemap_extent extent{};
    std::memcpy(&extent, bytes_.data() + sizeof(fiemap) + number * sizeof extent, sizeof extent);
    return extent;
  }

 private:
  static constexpr std::uint32_t kExtents = 256;
  std::vector<std::byte> bytes_;
  std::uint32_t count_ = 0;
};

std::vector<Extent> extents_of(int file) {
  std::vector<Extent> extents;
  std::uint64_t begin = 0;
  for (bool last = false; !last;) {
    const ExtentPage page(file, begin);
    last = page.size() == 0;
    for (std::uint32_t i = 0; i < page.size(); ++i) {
      const fiemap_extent extent = page.at(i);
      if ((extent.fe_flags & kUnusable) == 0) {
        extents.push_back({extent.fe_logical, extent.fe_length, extent.fe_physical});
      }
      begin = extent.fe_logical + extent.fe_length;
      last = last || (extent.fe_flags & FIEMAP_EXTENT_LAST) != 0;
    }
  }
  return extents;
}

bool on_one_disk(int one, int other) {
  struct stat first {};
  struct stat second {};
  return ::fstat(one, &first) == 0 && ::fstat(other, &second) == 0 && first.st_dev == second.st_dev;
}

void append(std::vector<ByteRange>& ranges, const ByteRange& range) {
  if (!ranges.empty() && ranges.back().end == range.begin) {
    ranges.back().end = range.end;
  } else {
    ranges.push_back(range);
  }
}

}  // namespace

std::vector<ByteRange> shared_ranges(std::span<const Extent> one, std::span<const Extent> other) {
  std::vector<ByteRange> ranges;
  while (!one.empty() && !other.empty()) {
    const Extent& a = one.front();
    const Extent& b = other.front();
    const std::uint64_t begin = std::max(a.begin, b.begin);
    const std::uint64_t end = std::min(a.begin + a.size, b.begin + b.size);
    // Differences may wrap around: equal they are all the same.
    if (begin < end && a.place - a.begin == b.place - b.begin) {
      append(ranges, {begin, end});
    }
    std::span<const Extent>& ended = a.begin + a.size <= b.begin + b.size ? one : other;
    ended = ended.subspan(1);
  }
  return ranges;
}

std::vector<ByteRange> shared_ranges(int one, int other) {
  return on_one_disk(one, other) ? shared_ranges(extents_of(one), extents_of(other)) : std::vector<ByteRange>();
}

bool contains(std::span<const ByteRange> ranges, const ByteRange& range) {
  const auto after = std::ranges::upper_bound(ranges, range.begin, {}, &ByteRange::begin);
  return after != ranges.begin() && range.end <= (after - 1)->end;
}

}  // namespace nutgraf::store
