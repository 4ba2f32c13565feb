// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace nutgraf::read::sandbox {

/// What one message holds.
enum class FrameKind : std::uint8_t {
  Request = 'R',  // the name of a parser, a line feed, the bytes of a document
  Article = 'A',  // packed()
  Failed = 'F',   // why the document cannot be read
  Done = 'D',     // the document was read to its end; one byte, Parsed::why_none
};

struct Frame {
  FrameKind kind = FrameKind::Done;
  std::string payload;
};

/// Messages between two processes over a connected stream socket: kind (1 byte), length (8 bytes, little-endian),
/// payload.
class Channel {
 public:
  using Clock = std::chrono::steady_clock;

  /// Takes the socket over and closes it at the end.
  explicit Channel(int socket) noexcept : socket_(socket) {}
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  Channel(Channel&&) = delete;
  Channel& operator=(Channel&&) = delete;

  /// False where the other side is gone.
  [[nodiscard]] bool send(const Frame& frame);
  /// Nothing where the other side is gone or sends nonsense, or `deadline` passes first.
  [[nodiscard]] std::optional<Frame> receive(Clock::time_point deadline = Clock::time_point::max());

 private:
  [[nodiscard]] bool send_bytes(const char* bytes, std::size_t count);
  [[nodiscard]] bool receive_bytes(char* into, std::size_t count, Clock::time_point deadline);

  int socket_;
};

}  // namespace nutgraf::read::sandbox
