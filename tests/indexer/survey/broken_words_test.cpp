// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/broken_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace nutgraf::survey {

TEST_CASE("the corpus tells how a word that a line end broke is written") {
  struct Row {
    const char* name;
    std::vector<std::string> corpus;  // in which the breaks are closed: govern-ment
    std::string word;
    bool one_word;
  };
  const std::uint64_t memory = 1'000'000;
  for (const Row& row : {
           Row{"in one elsewhere", {"The govern-ment.", "A government fell."}, "govern-ment", true},
           Row{"nowhere", {"The govern-ment.", "Governments fell."}, "govern-ment", false},
           Row{"with the hyphen as often", {"A cease-fire.", "The cease-fire.", "A ceasefire."}, "cease-fire", false},
           Row{"mostly in one", {"A cease-fire.", "The cease-fire.", "A ceasefire, ceasefire."}, "cease-fire", true},
           Row{"in other letters", {"Über-lebte.", "ÜBERLEBTE, die"}, "Über-lebte", true},
           Row{"another hyphen", {"The govern\u2010ment.", "A government."}, "govern\u2010ment", true},
           Row{"apart is not with a hyphen", {"The on-line.", "on line, on - line, online"}, "on-line", true},
           Row{"Chinese", {"中-国", "中国"}, "中-国", false},
       }) {
    CAPTURE(row.name);
    BrokenWords words(memory);
    words.add(std::vector{row.word});
    CHECK(words.close() == (std::string(row.name) != "Chinese"));
    for (const std::string& text : row.corpus) {
      words.count(text);
    }
    CHECK(words.is_one_word(row.word) == row.one_word);
  }
}

TEST_CASE("each break is one of the hyphens that are counted") {
  BrokenWords words(1'000'000);
  words.add(std::vector<std::string>{"govern-ment", "Govern-ment", "govern-ment"});
  REQUIRE(words.close());
  words.count("govern-ment Govern-ment govern-ment government");
  CHECK(words.is_one_word("govern-ment"));
  words.count("govern-ment");
  CHECK_FALSE(words.is_one_word("govern-ment"));
}

TEST_CASE("what memory has no room for does not depend on the order") {
  std::vector<std::string> all;
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char last = 'a'; last <= 'z'; ++last) {
      all.push_back(std::string("re") + first + "-turn" + last);
    }
  }
  const auto joined = [](const std::vector<std::string>& broken) {
    BrokenWords words(16'000);
    words.add(broken);
    REQUIRE(words.close());
    std::vector<std::string> found;
    for (std::string word : broken) {
      std::string whole = word;
      words.count(whole.erase(whole.find('-'), 1));
      if (words.is_one_word(word)) {
        found.push_back(std::move(word));
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  };
  const std::vector<std::string> found = joined(all);
  CHECK(found.size() == 100);
  CHECK(joined({all.rbegin(), all.rend()}) == found);
}

}  // namespace nutgraf::survey
