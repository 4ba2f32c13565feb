// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/stem_classes.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using nutgraf::ClassKeys;

TEST_CASE("forms of a word share a key in their language") {
  ClassKeys keys;
  CHECK(keys.key("en", "principles") == keys.key("en", "principle"));
  CHECK(keys.key("en", "animals") == keys.key("en", "animal"));
  CHECK(keys.key("en", "china") != keys.key("en", "chin"));
  CHECK(keys.key("de", "häuser") != "");
  CHECK(keys.key("ru", "реки") == keys.key("ru", "река"));
  CHECK(keys.key("es", "libros") == keys.key("es", "libro"));
  CHECK(keys.key("sv", "båtar") == keys.key("sv", "båt"));
  CHECK(keys.key("fr", "libros") != keys.key("es", "libros"));
}

TEST_CASE("words without rules are their own key") {
  ClassKeys keys;
  CHECK(keys.key("und", "principles") == "principles");
  CHECK(keys.key("", "principles") == "principles");
  CHECK(keys.key("porter", "principles") == "principles");
  CHECK(keys.key("xx", "principles") == "principles");
  CHECK(keys.key("en", "b2bs") == "b2bs");
  CHECK(keys.key("en", "1990s") == "1990s");
  CHECK(keys.key("en", "s") == "s");
  CHECK(keys.key("en", "中国") == "中国");
}

TEST_CASE("languages with rules") {
  for (const char* language : {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id", "it",
                               "lt", "ne", "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr", "bg", "bn", "bs", "ckb",
                               "cs", "el", "et", "fa", "gl", "hi", "hr", "lv", "pl", "sr", "uk", "yi"}) {
    CAPTURE(language);
    CHECK(ClassKeys::has_rules(language));
  }
  CHECK_FALSE(ClassKeys::has_rules("und"));
  CHECK_FALSE(ClassKeys::has_rules("zh"));
  CHECK_FALSE(ClassKeys::has_rules("english"));
  CHECK(ClassKeys::stemmer_version().find("snowball of xapian 1.") == 0);
  CHECK(ClassKeys::stemmer_version().find(", libstemmer ") != std::string::npos);
  CHECK(ClassKeys::stemmer_version().find(", endings ") != std::string::npos);
}

/// More words than are kept: the answer stays the same.
TEST_CASE("keys do not depend on what was asked before") {
  ClassKeys keys;
  const std::string before = keys.key("en", "running");
  for (int i = 0; i < 120'000; ++i) {
    std::string word = "w";
    for (int n = i; n > 0; n /= 26) {
      word += static_cast<char>('a' + n % 26);
    }
    static_cast<void>(keys.key("en", word));
  }
  CHECK(keys.key("en", "running") == before);
}

}  // namespace
