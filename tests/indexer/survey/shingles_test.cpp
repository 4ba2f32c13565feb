// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/shingles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace nutgraf::survey {
namespace {

std::vector<WordHash> words_of(const std::string& text) {
  std::vector<WordHash> words;
  hash_words(text, words);
  return words;
}

Shingles shingles(const std::string& text) {
  return shingles_of(words_of(text));
}

/// "w3 w4 ... " up to, not including, `end`.
std::string numbered(int begin, int end) {
  std::string text;
  for (int i = begin; i < end; ++i) {
    text += "w" + std::to_string(i) + " ";
  }
  return text;
}

TEST_CASE("words are compared by letters and digits alone") {
  const auto same = [](const std::string& a, const std::string& b) { return shingles(a).whole == shingles(b).whole; };
  CHECK(same("The Port, closed!", "the port closed"));
  CHECK(same("STRASSE", "strasse"));
  CHECK(same("\xC2\xADpo\xC2\xADrt", "port"));
  CHECK(same("\xEF\xBC\xA1\xEF\xBC\x91", "a1"));
  CHECK_FALSE(same("the port", "port the"));
  CHECK(same("Erdo\u011Fan in \u0130zmir", "Erdogan in Izmir"));
  CHECK(same("\u0623\u064E\u062E\u0652\u0628\u0627\u0631 \u0639\u0644\u0649",
             "\u0627\u062E\u0628\u0627\u0631 \u0639\u0644\u064A"));  // with points and hamza, and without
  CHECK(same("1,000 at \u0664", "1000 at 4"));
  CHECK(shingles("6-1/8 at 14:30.").words == 3);
  CHECK_FALSE(same("6-1/8", "6-1/4"));
  CHECK_FALSE(same("port 1", "port 2"));
  CHECK_FALSE(same("किताब", "किताबें"));
}

TEST_CASE("characters of scripts without blanks count half a word") {
  CHECK(shingles("one two three").words == 3);
  CHECK(shingles("\xE4\xB8\xAD\xE6\x96\x87\xE5\xAD\x97\xE7\xAC\xA6").words == 2);
  CHECK(shingles("").words == 0);
}

TEST_CASE("copies share most of the shorter text") {
  struct Row {
    std::string a;
    std::string b;
    bool expected;
  };
  const std::string story = numbered(0, 100);
  const std::vector<Row> rows = {
      {story, story, true},
      {story, numbered(0, 60), true},                                  // cut from the end
      {story, numbered(0, 60) + numbered(900, 940), true},             // rewritten at the end
      {story, numbered(40, 100) + numbered(900, 920), true},           // a new end
      {story, numbered(50, 100) + numbered(900, 950), false},          // a new half
      {numbered(0, 30), numbered(0, 30), true},                        // short, but equal
      {numbered(0, 9), numbered(0, 9), false},                         // so short that it proves nothing
      {numbered(0, 30), numbered(0, 31), false},                       // short, and not
      {numbered(0, 50), numbered(0, 50) + numbered(500, 2000), true},  // a short one within a long one
      // Today's weather is not yesterday's, though the words are.
      {story + " 11 12 13 14 15 16", story + " 21 22 23 24 25 26", false},
      {story + " 11 12 13 14 15 16", story + " 11 12 13 14 15 99", true},
      {story + " 11 12 13 14", story + " 11 12 98 99", false},
      {story + " 11 12 13", story + " 97 98 99", true},  // too few to say, and nearly all the rest is there
      {story + " 11", numbered(0, 70) + numbered(900, 930) + " 97", false},
      {story + " 11", numbered(0, 70) + numbered(900, 930) + " 11", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(are_copies(shingles(row.a), shingles(row.b)) == row.expected);
    CHECK(are_copies(shingles(row.b), shingles(row.a)) == row.expected);
  }
}

TEST_CASE("samples of a part are samples of the whole") {
  const std::vector<std::uint64_t> whole = samples_of(words_of(numbered(0, 5000)));
  const std::vector<std::uint64_t> part = samples_of(words_of(numbered(1000, 3000)));
  CHECK(whole.size() > 500);
  CHECK(std::ranges::includes(whole, part));
}

TEST_CASE("a short text has at least 16 samples, a very short one none") {
  CHECK(samples_of(words_of(numbered(0, 60))).size() >= 16);
  CHECK(samples_of(words_of(numbered(0, 20))).empty());
}

}  // namespace
}  // namespace nutgraf::survey
