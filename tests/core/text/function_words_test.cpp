// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/function_words.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/function_word_lists.h"

namespace nutgraf {
namespace {

TEST_CASE("function words are looked up folded, in their language") {
  CHECK(is_function_word("de", "wie"));
  CHECK(is_function_word("ru", "когда"));
  CHECK(is_function_word("el", "ποιοσ"));  // the fold of ποιος
  CHECK(is_function_word("tr", "kaç"));
  CHECK_FALSE(is_function_word("en", "die"));
  CHECK_FALSE(is_function_word("en", "who's"));
  CHECK_FALSE(is_function_word("und", "the"));
  CHECK_FALSE(is_function_word("de", ""));
}

TEST_CASE("the language of a query is that of most of its function words") {
  const std::vector<std::string> known = {"en", "de", "fr"};
  const auto language = [&known](const std::vector<std::string>& words) {
    return language_by_function_words(words, known);
  };
  CHECK(language({"wie", "hoch", "ist", "der", "turm"}) == "de");
  CHECK(language({"what", "is", "die", "hard"}) == "en");
  CHECK(language({"quelle", "est", "la", "capitale"}) == "fr");
  CHECK(language({"capital", "river"}).empty());
}

TEST_CASE("the lists hold words parted by single blanks, each language once") {
  std::set<std::string_view> languages;
  for (const FunctionWordList& list : function_word_lists()) {
    CAPTURE(list.language);
    CHECK(languages.insert(list.language).second);
    CHECK(list.words.find("  ") == std::string_view::npos);
    CHECK(list.words.front() != ' ');
    CHECK(list.words.back() != ' ');
  }
}

}  // namespace
}  // namespace nutgraf
