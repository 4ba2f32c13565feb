// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/varint.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>

namespace nutgraf {

TEST_CASE("numbers of variable length come back as they were") {
  std::string bytes;
  const std::array<std::uint64_t, 8> values = {
      0, 1, 127, 128, 16'383, 16'384, std::uint64_t{1} << 35U, std::numeric_limits<std::uint64_t>::max()};
  for (const std::uint64_t value : values) {
    put_varint(bytes, value);
    std::array<char, kLongestVarint> same{};
    const char* const end = put_varint(same.data(), value);
    CHECK(bytes.ends_with(std::string_view(same.data(), static_cast<std::size_t>(end - same.data()))));
  }
  put_length_prefixed(bytes, "abc");
  put_length_prefixed(bytes, "");
  const char* at = bytes.data();
  for (const std::uint64_t value : values) {
    CHECK(get_varint(at) == value);
  }
  CHECK(get_length_prefixed(at) == "abc");
  CHECK(get_length_prefixed(at).empty());
  CHECK(at == bytes.data() + bytes.size());
}

}  // namespace nutgraf
