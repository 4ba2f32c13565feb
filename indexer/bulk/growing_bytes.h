// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nutgraf::bulk {

/// Bytes written through a pointer, since a string looks at its room for each of them. Its memory is used again.
class GrowingBytes {
 public:
  void clear() { size_ = 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const char* data() const { return bytes_.data(); }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

  /// Where to continue writing, at most so much; fill_to() says how far it came.
  [[nodiscard]] char* room(std::size_t most) {
    if (bytes_.size() - size_ < most) {
      bytes_.resize(2 * bytes_.size() + most);
    }
    return bytes_.data() + size_;
  }
  void fill_to(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.data()); }

 private:
  std::vector<char> bytes_;
  std::size_t size_ = 0;
};

}  // namespace nutgraf::bulk
