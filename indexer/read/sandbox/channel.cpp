// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sandbox/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <limits>

namespace nutgraf::read::sandbox {
namespace {

constexpr std::size_t kHead = 9;
constexpr unsigned kByte = 8;
/// No document and no article of one is as long.
constexpr std::uint64_t kLongest = 1024UL * 1024 * 1024;

std::array<char, kHead> head_of(const Frame& frame) {
  std::array<char, kHead> head{static_cast<char>(frame.kind)};
  std::uint64_t length = frame.payload.size();
  for (std::size_t i = 1; i < kHead; ++i, length >>= kByte) {
    head.at(i) = static_cast<char>(length & 0xFFU);
  }
  return head;
}

std::uint64_t length_in(const std::array<char, kHead>& head) {
  std::uint64_t length = 0;
  for (std::size_t i = kHead - 1; i > 0; --i) {
    length = length << kByte | static_cast<unsigned char>(head.at(i));
  }
  return length;
}

bool is_kind(char byte) {
  return byte == 'R' || byte == 'A' || byte == 'F' || byte == 'D';
}

/// Milliseconds for poll(): -1 waits for ever.
int milliseconds_until(Channel::Clock::time_point deadline) {
  if (deadline == Channel::Clock::time_point::max()) {
    return -1;
  }
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Channel::Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, std::numeric_limits<int>::max()));
}

}  // namespace

Channel::~Channel() {
  ::close(socket_);
}

bool Channel::send(const Frame& frame) {
  const std::array<char, kHead> head = head_of(frame);
  return send_bytes(head.data(), head.size()) && send_bytes(frame.payload.data(), frame.payload.size());
}

bool Channel::send_bytes(const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t sent = ::send(socket_, bytes, count, MSG_NOSIGNAL);
    if (sent < 0 && errno != EINTR) {
      return false;
    }
    if (sent > 0) {
      bytes += sent;
      count -= static_cast<std::size_t>(sent);
    }
  }
  return true;
}

std::optional<Frame> Channel::receive(Clock::time_point deadline) {
  std::array<char, kHead> head{};
  if (!receive_bytes(head.data(), head.size(), deadline) || !is_kind(head[0]) || length_in(head) > kLongest) {
    return std::nullopt;
  }
  // Grown as the bytes arrive: a length alone must not cost memory.
  constexpr std::uint64_t kStep = 16UL * 1024 * 1024;
  Frame frame{static_cast<FrameKind>(head[0]), {}};
  for (std::uint64_t left = length_in(head); left > 0;) {
    const std::uint64_t step = std::min(left, kStep);
    const std::size_t had = frame.payload.size();
    frame.payload.resize(had + step);
    if (!receive_bytes(frame.payload.data() + had, step, deadline)) {
      return std::nullopt;
    }
    left -= step;
  }
  return frame;
}

bool Channel::receive_bytes(char* into, std::size_t count, Clock::time_point deadline) {
  while (count > 0) {
    pollfd ready{socket_, POLLIN, 0};
    const int polled = ::poll(&ready, 1, milliseconds_until(deadline));
    if (polled == 0 || (polled < 0 && errno != EINTR)) {
      return false;
    }
    const ssize_t got = polled < 0 ? -1 : ::recv(socket_, into, count, 0);
    if (got == 0 || (got < 0 && errno != EINTR)) {
      return false;
    }
    if (got > 0) {
      into += got;
      count -= static_cast<std::size_t>(got);
    }
  }
  return true;
}

}  // namespace nutgraf::read::sandbox
