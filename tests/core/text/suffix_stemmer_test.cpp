// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/suffix_stemmer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace {

using nutgraf::SuffixStemmer;
using nutgraf::SuffixTable;

}  // namespace

TEST_CASE("a table's endings") {
  const SuffixTable table{"xx", "ó>o q", {"2 en e ění 3 ami", "2 c>k", ""}};
  const SuffixStemmer stemmer(table);
  struct Row {
    const char* word;
    const char* stem;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"e", "e"},          // never the whole word
           Row{"ne", "ne"},        // one letter before it is too few
           Row{"ane", "an"},       //
           Row{"eden", "ed"},      // the longest
           Row{"pečění", "peč"},   // in letters, not bytes
           Row{"žlami", "žlami"},  // two letters where three are asked
           Row{"žolami", "žol"},
           Row{"ruce", "ruk"},     // the second step works on what the first leaves
           Row{"stóle", "stol"},   // ó is o
           Row{"aqaqe", "aa"},     // q is nothing
           Row{"e\xFF", "e\xFF"},  // no UTF-8
           Row{"ab\xFFne", "ab\xFFn"},
       }) {
    CAPTURE(std::string(row.word));
    CHECK(stemmer.stem(row.word) == row.stem);
  }
}

/// A slip of the pen in a table would hide a rule.
TEST_CASE("the tables are well made") {
  std::set<std::string_view> languages;
  for (const SuffixTable& table : nutgraf::suffix_tables()) {
    CAPTURE(std::string(table.language));
    CHECK(languages.insert(table.language).second);
    for (const std::string_view step : table.steps) {
      CHECK((step.empty() || (step.front() >= '1' && step.front() <= '5')));
      CHECK(step.find("  ") == std::string_view::npos);
      CHECK_FALSE(step.ends_with(' '));
      std::set<std::string_view> endings;
      for (std::string_view rest = step; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        const std::string_view ending = word.substr(0, word.find('>'));
        CHECK_FALSE(ending.empty());
        const bool letters_before = ending.size() == 1 && ending.front() >= '0' && ending.front() <= '9';
        CHECK((letters_before || endings.insert(ending).second));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      }
    }
  }
}
