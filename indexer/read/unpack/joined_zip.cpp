// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/joined_zip.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace nutgraf::read::unpack {
namespace {

using namespace std::string_view_literals;

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 4; i > 0; --i) {
    number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return number;
}

/// The last bytes, and where they begin.
struct Tail {
  std::string bytes;
  std::int64_t begin = 0;
};

Tail tail_of(ByteSource& bytes) {
  constexpr std::int64_t kLongest = 22 + 0xFFFF;  // the record at the end, and its comment
  Tail tail;
  const std::int64_t size = bytes.seek(0, SEEK_END);
  tail.begin = std::max<std::int64_t>(0, size - kLongest);
  if (size < 0 || bytes.seek(tail.begin, SEEK_SET) < 0) {
    return tail;
  }
  tail.bytes.resize(static_cast<std::size_t>(size - tail.begin));
  std::span<char> room(tail.bytes);
  for (std::size_t got = bytes.read(room); got > 0 && !room.empty(); got = room.empty() ? 0 : bytes.read(room)) {
    room = room.subspan(got);
  }
  return tail;
}

}  // namespace

std::uint64_t bytes_before_zip(ByteSource& bytes) {
  constexpr std::size_t kRecord = 22;
  constexpr std::size_t kDirectorySize = 12;
  constexpr std::size_t kDirectoryPlace = 16;
  constexpr std::uint64_t kInZip64 = 0xFFFFFFFF;
  const Tail tail = tail_of(bytes);
  static_cast<void>(bytes.seek(0, SEEK_SET));
  const std::size_t record = tail.bytes.rfind("PK\x05\x06"sv);
  const bool zip64 = tail.bytes.find("PK\x06\x07"sv) != std::string::npos;
  if (record == std::string::npos || record + kRecord > tail.bytes.size() || zip64) {
    return 0;
  }
  const std::uint64_t size = number_at(tail.bytes, record + kDirectorySize);
  const std::uint64_t place = number_at(tail.bytes, record + kDirectoryPlace);
  const std::uint64_t end = static_cast<std::uint64_t>(tail.begin) + record;
  return place == kInZip64 || size + place > end ? 0 : end - size - place;
}

}  // namespace nutgraf::read::unpack
