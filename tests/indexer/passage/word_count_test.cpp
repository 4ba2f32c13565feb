// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/word_count.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace nutgraf {
namespace {

TEST_CASE("words are counted by their spaces, dense scripts by their characters") {
  struct Row {
    const char* text;
    passage::Quarters quarters;
  };
  const std::vector<Row> rows = {
      {"", 0},           {" . - \n", 0},   {"one", 4},        {"one two\nthree", 12}, {"don't stop", 8},
      {"U.S. 3.5%", 8},  {"état été", 8},  {"Привет мир", 8}, {"a\u00a0b", 8},        {"习近平", 6},
      {"习近平 Xi", 10}, {"안녕 세상", 8}, {"ไทย", 3},
  };
  for (const Row& row : rows) {
    SUBCASE(row.text) {
      CHECK(passage::count_words(row.text) == row.quarters);
    }
  }
}

TEST_CASE("words counted eight bytes at a time are those met one by one") {
  static constexpr const char* kPieces[] = {"word", "a",      "I",      " ",   "  ",  "\n", "\t", ".",      "!",  "...",
                                            "-",    "'",      "7",      "3.5", "(x)", "\"", "é",  "\u2019", "习", "。",
                                            "ไท",   "\u00a0", "\u2026", "@",   "[z]", "`",  "{",  "\x7f",   "A-b"};
  std::mt19937 random(9);
  for (unsigned round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = 0, count = random() % 40; i < count; ++i) {
      const char* const piece = kPieces[random() % (round % 2 == 0 ? 16 : std::size(kPieces))];
      for (std::size_t times = random() % 200 == 0 ? random() % 6000 : 1; times > 0; --times) {
        text += piece;
      }
    }
    CAPTURE(text);
    REQUIRE(passage::count_words(text) == passage::walk_words(text));
  }
}

TEST_CASE("a sentence may end at the stops of any script, and only quotes and brackets close it") {
  struct Row {
    std::string text;
    std::vector<std::string> sentences;
  };
  const std::vector<Row> rows = {
      {"It is 3.b but no.g one", {"It is 3.b but no.g one"}},  // letters that share low bits with quotes
      {"See no.i of it.", {"See no.i of it."}},
      {"She said so.»\nHe left.” Then", {"She said so.»\n", "He left.” ", "Then"}},
      {"वह बढ़ी। वह गिरी", {"वह बढ़ी। ", "वह गिरी"}},
      {"ارتفع؟ نعم", {"ارتفع؟ ", "نعم"}},
      {"涨。跌！平", {"涨。", "跌！", "平"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::vector<passage::Candidate> candidates;
    passage::count_words(row.text, candidates);
    std::vector<std::string> found;
    std::size_t begin = 0;
    for (const passage::Candidate& candidate : candidates) {
      found.push_back(row.text.substr(begin, candidate.byte - begin));
      begin = candidate.byte;
    }
    found.push_back(row.text.substr(begin));
    CHECK(found == row.sentences);
  }
}

TEST_CASE("candidates stand where the next sentence begins") {
  std::vector<passage::Candidate> candidates;
  const std::string text = "He left. \"She stayed.\"\nIt rained 3.5 mm. 他走了。她来了。End.";
  passage::count_words(text, candidates);
  std::vector<std::string> found;
  for (const passage::Candidate& c : candidates) {
    found.push_back(text.substr(c.byte, 3));
  }
  CHECK(found == std::vector<std::string>{"\"Sh", "It ", "他", "她", "End"});
  CHECK(candidates[1].at == passage::Candidate::At::LineEnd);
  CHECK(candidates[0].before == 2 * passage::kWord);
}

TEST_CASE("a place after so many words") {
  CHECK(passage::byte_after("one two three", passage::kWord) == 4);
  CHECK(passage::byte_after("one two three", 2 * passage::kWord) == 8);
  CHECK(passage::byte_after("one two three", 3 * passage::kWord) == 13);
  CHECK(passage::byte_after("one two three", 30 * passage::kWord) == 13);
  CHECK(passage::byte_after("字字字字", passage::kWord) == 6);
}

}  // namespace
}  // namespace nutgraf
