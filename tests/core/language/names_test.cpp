// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/language/names.h"

#include <doctest/doctest.h>

#include "core/language/nearest_language.h"

namespace nutgraf::language {

TEST_CASE("a language is known by its codes and by its names in English and in itself") {
  struct Row {
    const char* name;
    const char* code;
  };
  for (const Row& row : {Row{"en", "en"},      Row{"EN", "en"},        Row{"eng", "en"},
                         Row{"english", "en"}, Row{"English", "en"},   Row{"german", "de"},
                         Row{"Deutsch", "de"}, Row{"français", "fr"},  Row{"francais", "fr"},
                         Row{"ESPAÑOL", "es"}, Row{"中文", "zh"},      Row{"русский", "ru"},
                         Row{"العربية", "ar"}, Row{"हिन्दी", "hi"},     Row{"mandarin", "zh"},
                         Row{"und", "und"},    Row{"Hawaiian", "haw"}, Row{"haw", "haw"},
                         Row{"zz", ""},        Row{"elbish", ""},      Row{"", ""},
                         Row{"en-GB", ""}}) {
    CAPTURE(row.name);
    CHECK(find_language(row.name) == row.code);
  }
}

TEST_CASE("the nearest language: of a country, without a country, by few changes") {
  struct Row {
    const char* typed;
    const char* nearest;
  };
  for (const Row& row : {Row{"jp", "ja"}, Row{"CN", "zh"}, Row{"en-GB", "en"}, Row{"zh_TW", "zh"},
                         Row{"germn", "german"}, Row{"Swahilli", "swahili"}, Row{"zz", ""}, Row{"", ""}}) {
    CAPTURE(row.typed);
    CHECK(nearest_language(row.typed) == row.nearest);
  }
}

}  // namespace nutgraf::language
