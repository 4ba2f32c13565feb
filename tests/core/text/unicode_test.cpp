// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/unicode.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace nutgraf {

TEST_CASE("columns of characters on a terminal") {
  struct Row {
    const char* name;
    char32_t character;
    std::size_t columns;
  };
  for (const Row& row :
       {Row{"Latin", U'a', 1}, Row{"Han", U'中', 2}, Row{"Hangul", U'한', 2}, Row{"kana", U'か', 2},
        Row{"full-width Latin", U'Ａ', 2}, Row{"half-width kana", U'ｶ', 1}, Row{"emoji", U'😀', 2},
        Row{"accent", 0x0301, 0}, Row{"Hebrew point", 0x05B0, 0}, Row{"Thai vowel above", 0x0E34, 0},
        Row{"Devanagari virama", 0x094D, 0}, Row{"joiner", 0x200D, 0}, Row{"direction mark", 0x200E, 0},
        Row{"variation selector", 0xFE0F, 0}, Row{"soft hyphen", 0xAD, 1}}) {
    SUBCASE(row.name) {
      CHECK(unicode::display_width(row.character) == row.columns);
    }
  }
}

TEST_CASE("white space of any script, and what nobody sees") {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\u001C', U'\u0085', U'\u00A0', U'\u1680', U'\u2003', U'\u200B',
                           U'\u2028', U'\u202F', U'\u3000', U'\uFEFF'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(unicode::is_space(c));
  }
  for (const char32_t c : {U'a', U'-', U'\u200D', U'\u00AD', U'\u2060'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(unicode::is_space(c));
  }
}

TEST_CASE("what is shown as part of the character before it") {
  for (const char32_t c : {U'\u0301', U'\u093F', U'\u0E33', U'\u200D', U'\uFE0F', U'\U0001F3FD', U'\U000E0100'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(unicode::extends_character(c));
  }
  CHECK_FALSE(unicode::extends_character(U'a'));
  CHECK_FALSE(unicode::extends_character(U'中'));
}

}  // namespace nutgraf
