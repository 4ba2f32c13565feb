// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace nutgraf::passage {

/// The bytes at `at` as a number, whatever their order.
template <typename Number>
[[nodiscard]] Number number_at(const char* at) {
  Number number{};
  std::memcpy(&number, at, sizeof(number));
  return number;
}

/// a == b, made for terms of a few bytes: no call of memcmp, which costs more than they do.
[[nodiscard]] inline bool same_term(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) {
    return false;
  }
  const auto same = [&]<typename Number>(Number /*type*/, std::size_t at) {
    return number_at<Number>(a.data() + at) == number_at<Number>(b.data() + at);
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (!same(std::uint64_t{}, at)) {
        return false;
      }
    }
    return same(std::uint64_t{}, size - 8);  // may overlap the one before
  }
  if (size >= 4) {
    return same(std::uint32_t{}, 0) && same(std::uint32_t{}, size - 4);
  }
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

}  // namespace nutgraf::passage
