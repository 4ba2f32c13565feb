// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/scalars.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/varint.h"
#include "core/glass/byte_reader.h"
#include "tests/hex.h"

namespace {

using nutgraf::test::hex;
using namespace nutgraf::glass;  // NOLINT(google-build-using-namespace)
using nutgraf::get_varint;
using nutgraf::put_varint;

}  // namespace

TEST_CASE("numbers as in glass tables") {
  struct Row {
    std::uint32_t number;
    std::string_view vint;
    std::string_view sint;
    std::string_view last;
  };
  for (const Row& row : std::vector<Row>{{0, "00", "0000", ""},
                                         {1, "01", "0001", "01"},
                                         {127, "7f", "007f", "7f"},
                                         {128, "8001", "0080", "80"},
                                         {300, "ac02", "012c", "2c01"},
                                         {16384, "808001", "4000", "0040"},
                                         {32767, "ffff01", "7fff", "ff7f"},
                                         {32768, "808002", "808000", "0080"},
                                         {65535, "ffff03", "80ffff", "ffff"},
                                         {4194303, "ffffff01", "bfffff", "ffff3f"},
                                         {4194304, "80808002", "c0400000", "000040"},
                                         {536870911, "ffffffff01", "dfffffff", "ffffff1f"},
                                         {536870912, "8080808002", "e020000000", "00000020"},
                                         {4294967295, "ffffffff0f", "e0ffffffff", "ffffffff"}}) {
    INFO(row.number);
    std::string vint;
    std::string sint;
    std::string last;
    put_varint(vint, row.number);
    put_sint(sint, row.number);
    put_last_uint(last, row.number);
    CHECK(hex(vint) == row.vint);
    CHECK(hex(sint) == row.sint);
    CHECK(hex(last) == row.last);
    ByteReader reader(sint);
    CHECK(reader.sint() == row.number);
    CHECK(reader.empty());
    const char* at = vint.data();
    CHECK(get_varint(at) == row.number);
    CHECK(at == vint.data() + vint.size());
  }
}

TEST_CASE("sint keeps numeric order in byte order") {
  std::string previous;
  for (std::uint64_t number = 0; number < 0xffffffffULL; number = number * 5 / 4 + 1) {
    std::string key;
    put_sint(key, static_cast<std::uint32_t>(number));
    CHECK(previous < key);
    previous = key;
  }
}

TEST_CASE("strings keep their order and escape zero bytes") {
  std::string key;
  put_sstr(key, "cat", Last::No);
  CHECK(hex(key) == "63617400");
  key.clear();
  put_sstr(key, std::string_view("a\0b", 3), Last::Yes);
  CHECK(hex(key) == "6100ff62");
}

TEST_CASE("bytes of any number are copied and nothing beside them") {
  std::string source;
  for (char c = '!'; c <= '~'; ++c) {
    source.push_back(c);
  }
  for (std::size_t size = 0; size <= source.size(); ++size) {
    std::string room(size + 2, '\0');
    CHECK(put_bytes(room.data() + 1, std::string_view(source).substr(0, size)) == room.data() + 1 + size);
    CHECK(room == std::string(1, '\0') + source.substr(0, size) + std::string(1, '\0'));
  }
}
