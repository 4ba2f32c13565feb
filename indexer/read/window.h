// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/read/byte_source.h"

namespace nutgraf::read {

/// A sliding view of a stream: what has been read and not yet dropped. After the view lie at least 64 readable bytes,
/// as the JSON parser wants.
class Window {
 public:
  explicit Window(ByteSource& bytes) : bytes_(bytes) {}

  [[nodiscard]] std::string_view view() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Reads on; false at the end. Views taken before are invalid.
  bool more();
  void drop(std::size_t count);
  /// Place of the view's first byte in the stream.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }

 private:
  void make_room();

  ByteSource& bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace nutgraf::read
