// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf {

TEST_CASE("only what Unicode calls UTF-8 is valid") {
  struct Row {
    const char* name;
    std::string bytes;
    std::size_t valid;  // bytes before the first wrong one
  };
  const Row rows[] = {
      {"nothing", "", 0},
      {"ASCII", "abc", 3},
      {"two to four bytes", "é\u20AC\U0001F600", 9},
      {"the replacement character itself", "\uFFFD", 3},
      {"the last character", "\U0010FFFF", 4},
      {"a lone continuation byte", "a\x80", 1},
      {"cut off", "ab\xE2\x82", 2},
      {"overlong", "\xC0\xAF", 0},
      {"half a surrogate pair", "a\xED\xA0\x80", 1},
      {"above U+10FFFF", "a\xF4\x90\x80\x80", 1},
      {"no lead byte", "a\xFF", 1},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(utf8::valid_length(row.bytes) == row.valid);
      CHECK(utf8::is_valid(row.bytes) == (row.valid == row.bytes.size()));
      if (row.valid < row.bytes.size()) {
        const utf8::Decoded wrong = utf8::decode(row.bytes, row.valid);
        CHECK_FALSE(wrong.is_valid());
        CHECK(wrong.code == utf8::kReplacement);
        CHECK(wrong.size == 1);
      }
    }
  }
}

TEST_CASE("code points from either end") {
  CHECK(utf8::count("Café 中") == 6);
  CHECK(utf8::first("Café", 4) == "Café");
  CHECK(utf8::first("é", 9) == "é");
  CHECK(utf8::last("Café", 1) == "é");
  CHECK(utf8::last("é", 9) == "é");
  CHECK(utf8::floor("aé", 2) == 1);
  CHECK(utf8::floor("aé", 3) == 3);
  CHECK(utf8::step_back("aé", 3) == 1);
}

}  // namespace nutgraf
