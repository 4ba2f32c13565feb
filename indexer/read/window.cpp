// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/window.h"

#include <cstring>

namespace nutgraf::read {
namespace {

constexpr std::size_t kPadding = 64;
constexpr std::size_t kChunk = 256UL * 1024;
// A buffer that one giant record has blown up is given back.
constexpr std::size_t kKeep = 16UL * 1024 * 1024;

}  // namespace

bool Window::more() {
  make_room();
  const std::size_t room = buffer_.size() - kPadding - end_;
  const std::size_t got = bytes_.read(std::span(buffer_).subspan(end_, room));
  end_ += got;
  return got > 0;
}

void Window::make_room() {
  const std::size_t held = end_ - begin_;
  const bool tight = buffer_.size() < end_ + kChunk + kPadding;
  const bool bloated = buffer_.size() > kKeep && held < kChunk;
  if (bloated || (tight && held + kChunk + kPadding > buffer_.size() / 2)) {
    std::vector<char> larger(2 * (held + kChunk + kPadding));
    if (held > 0) {
      std::memcpy(larger.data(), buffer_.data() + begin_, held);
    }
    buffer_ = std::move(larger);
  } else if (tight) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, held);
  } else {
    return;
  }
  begin_ = 0;
  end_ = held;
}

void Window::drop(std::size_t count) {
  begin_ += count;
  offset_ += count;
}

}  // namespace nutgraf::read
