// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/skippable_frames.h"

#include <algorithm>
#include <array>
#include <span>

namespace nutgraf::read::unpack {
namespace {

constexpr std::size_t kHeader = 8;  // the mark and the length of what follows, little-endian

std::uint64_t length_of(std::string_view header) {
  std::uint64_t length = 0;
  for (std::size_t byte = kHeader; byte-- > kHeader / 2;) {
    length = (length << 8U) | static_cast<unsigned char>(header[byte]);
  }
  return length;
}

void drop(Peeked& bytes, std::uint64_t count) {
  std::array<char, 16UL * 1024> chunk{};
  while (count > 0) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(count, chunk.size()));
    const std::size_t got = bytes.read(std::span(chunk).first(wanted));
    if (got == 0) {
      throw Unreadable("damaged archive: it ends inside a skippable frame");
    }
    count -= got;
  }
}

}  // namespace

bool begins_skippable_frame(std::string_view front) {
  return front.size() >= 4 && (static_cast<unsigned char>(front[0]) & 0xF0U) == 0x50 &&
         front.substr(1).starts_with("\x2A\x4D\x18");
}

Frames skip_skippable_frames(Peeked& bytes) {
  while (begins_skippable_frame(bytes.peek(kHeader))) {
    const std::string_view header = bytes.peek(kHeader);
    if (header.size() < kHeader) {
      throw Unreadable("damaged archive: it ends inside a skippable frame");
    }
    drop(bytes, kHeader + length_of(header));
  }
  return bytes.peek(1).empty() ? Frames::None : Frames::Some;
}

}  // namespace nutgraf::read::unpack
