// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/byte_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace nutgraf::read {

std::int64_t ByteSource::seek(std::int64_t /*offset*/, int /*whence*/) {
  return -1;
}

std::string_view Peeked::peek(std::size_t count) {
  ahead_.erase(0, taken_);
  taken_ = 0;
  while (ahead_.size() < count && !failure_) {
    const std::size_t had = ahead_.size();
    ahead_.resize(count);
    const std::size_t got = read_ahead(std::span(ahead_).subspan(had));
    ahead_.resize(had + got);
    if (got == 0) {
      break;
    }
  }
  return std::string_view(ahead_).substr(0, count);
}

/// What was read before a failure is still to be had; the failure comes after it.
std::size_t Peeked::read_ahead(std::span<char> into) {
  try {
    return bytes_.read(into);
  } catch (const Unreadable&) {
    if (into.size() == ahead_.size()) {
      ahead_.clear();
      throw;
    }
    failure_ = std::current_exception();
    return 0;
  }
}

std::size_t Peeked::read(std::span<char> into) {
  const std::size_t waiting = ahead_.size() - taken_;
  if (waiting == 0 && failure_) {
    std::rethrow_exception(std::exchange(failure_, nullptr));
  }
  if (waiting == 0) {
    return bytes_.read(into);
  }
  const std::size_t count = std::min(waiting, into.size());
  std::copy_n(ahead_.begin() + static_cast<std::ptrdiff_t>(taken_), count, into.begin());
  taken_ += count;
  if (taken_ == ahead_.size()) {
    ahead_.clear();
    taken_ = 0;
  }
  return count;
}

std::int64_t Peeked::seek(std::int64_t offset, int whence) {
  // What was looked at lies before the place where the other source stands.
  const auto waiting = static_cast<std::int64_t>(whence == SEEK_CUR ? ahead_.size() - taken_ : 0);
  const std::int64_t place = bytes_.seek(offset - waiting, whence);
  if (place >= 0) {
    failure_ = nullptr;
    ahead_.clear();
    taken_ = 0;
  }
  return place;
}

std::size_t TextSource::read(std::span<char> into) {
  const std::size_t count = std::min(into.size(), rest_.size());
  std::copy_n(rest_.begin(), count, into.begin());
  rest_.remove_prefix(count);
  return count;
}

std::string read_all(ByteSource& bytes, std::uint64_t limit) {
  constexpr std::size_t kFirstChunk = 16UL * 1024;
  std::string text;
  std::size_t used = 0;
  while (true) {
    if (text.size() - used < kFirstChunk) {
      text.resize(std::max(2 * text.size(), 2 * kFirstChunk));
    }
    const std::size_t got = bytes.read(std::span(text).subspan(used));
    used += got;
    if (used > limit) {
      throw Unreadable(fmt::format("it is longer than {} MB, too long for one article", limit >> 20U));
    }
    if (got == 0) {
      text.resize(used);
      return text;
    }
  }
}

}  // namespace nutgraf::read
