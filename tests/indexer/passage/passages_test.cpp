// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/passages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "indexer/passage/word_count.h"

namespace nutgraf {
namespace {

/// One sentence of `words` words.
std::string sentence(int words, const std::string& word = "river") {
  std::string text = "The";
  for (int i = 1; i < words; ++i) {
    text += " " + word;
  }
  return text + ".";
}

std::string sentences(int count, int words) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += (text.empty() ? "" : " ") + sentence(words);
  }
  return text;
}

std::vector<passage::Quarters> sizes(const std::vector<std::string>& passages) {
  std::vector<passage::Quarters> result;
  for (const std::string& passage : passages) {
    result.push_back(passage::count_words(passage) / passage::kWord);
  }
  return result;
}

std::string without_white(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char c) { return c != ' ' && c != '\n'; });
  return result;
}

using Passages = std::vector<std::string>;
using Sizes = std::vector<passage::Quarters>;

TEST_CASE("short articles are one passage") {
  CHECK(passage::cut_passages("", "") == Passages{});
  CHECK(passage::cut_passages("  \n ", " \n\n \t ") == Passages{});
  CHECK(passage::cut_passages("River rises", "") == Passages{"River rises"});
  CHECK(passage::cut_passages("", "The river rose.") == Passages{"The river rose."});
  CHECK(passage::cut_passages("River\nrises", "It rose.\n\n\n \n\nIt fell.") ==
        Passages{"River rises\n\nIt rose.\n\nIt fell."});
  CHECK(passage::cut_passages("", "One\ntwo\n  \nthree") == Passages{"One\ntwo\n\nthree"});
}

TEST_CASE("whole paragraphs are packed") {
  const std::string paragraph = sentence(50);
  const Passages passages =
      passage::cut_passages("", paragraph + "\n\n" + paragraph + "\n\n" + paragraph + "\n\n" + paragraph);
  CHECK(sizes(passages) == Sizes{150, 50});
  CHECK(passages[0] == paragraph + "\n\n" + paragraph + "\n\n" + paragraph);
}

TEST_CASE("a long paragraph is cut into equal pieces at sentence boundaries") {
  const Passages passages = passage::cut_passages("", sentences(30, 10));
  CHECK(sizes(passages) == Sizes{150, 150});
  for (const std::string& passage : passages) {
    CHECK(passage.ends_with("."));
    CHECK(passage.starts_with("The "));
  }
}

TEST_CASE("soft boundaries are not cut") {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "We met Mr. Xi and Dr. Li in St. Ives. ";
  }
  for (const std::string& passage : passage::cut_passages("", text)) {
    CHECK(passage.starts_with("We met"));
    CHECK(passage.ends_with("Ives."));
  }
}

TEST_CASE("a long sentence stays whole, an endless one is cut between words") {
  CHECK(sizes(passage::cut_passages("", sentence(390))) == Sizes{390});
  const Passages passages = passage::cut_passages("", sentence(1000));
  CHECK(passages.size() >= 6);
  for (const std::string& passage : passages) {
    CHECK(passage::count_words(passage) <= 170 * passage::kWord);
    CHECK((passage.starts_with("The river") || passage.starts_with("river river")));
  }
}

TEST_CASE("scripts without spaces are cut after a blank, else between words") {
  struct Row {
    const char* word;
    const char* clause;  // that the text repeats
  };
  const std::vector<Row> rows = {
      {"นายกรัฐมนตรี", "ประชาชนตลาดนายกรัฐมนตรีโรงเรียนเมืองบ้านสวน "},
      {"โรงเรียน", "ประชาชนตลาดนายกรัฐมนตรีโรงเรียนเมืองบ้านสวน"},
      {"データ", "新しいデータを分析して報告書を作成し"},
      {"ភ្នំពេញ", "ប្រជាជននៅភ្នំពេញ"},
      {"ລາວ", "ປະເທດລາວ"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.clause));
    std::string text;
    for (int i = 0; i < 120; ++i) {
      text += row.clause;
    }
    int found = 0;
    for (const std::string& passage : passage::cut_passages("", text)) {
      for (std::size_t at = passage.find(row.word); at != std::string::npos; at = passage.find(row.word, at + 1)) {
        ++found;
      }
    }
    CHECK(found == 120);
  }
}

TEST_CASE("a character is never cut, however long its word") {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "กี่";
  }
  for (const std::string& passage : passage::cut_passages("", text)) {
    CHECK(passage.starts_with("กี่"));
  }
}

TEST_CASE("a heading opens a passage") {
  const std::string body = sentence(70);
  SUBCASE("after enough words") {
    const Passages passages = passage::cut_passages("", body + "\n\nThe harbour plan\n\n" + body);
    CHECK(passages == Passages{body, "The harbour plan\n\n" + body});
  }
  SUBCASE("not after few") {
    CHECK(passage::cut_passages("", sentence(20) + "\n\nThe harbour plan\n\n" + sentence(40)).size() == 1);
  }
  SUBCASE("not with a stop") {
    CHECK(passage::cut_passages("", body + "\n\nHe agreed.\n\n" + body).size() == 1);
  }
  SUBCASE("and never ends one") {
    const Passages passages = passage::cut_passages("", sentence(55) + "\n\nThe harbour plan\n\n" + sentence(150));
    CHECK(passages == Passages{sentence(55), "The harbour plan\n\n" + sentence(150)});
  }
  SUBCASE("the title stays with the text") {
    const Passages passages = passage::cut_passages("The harbour plan", sentences(40, 10));
    CHECK(passages.front().starts_with("The harbour plan\n\nThe river"));
    CHECK(passage::count_words(passages.front()) > 50 * passage::kWord);
  }
}

TEST_CASE("a few words at the end join the passage before them") {
  const std::string text = sentence(150) + "\n\nReporting by A. Reed in the old town of Weir, on Monday night.";
  CHECK(passage::cut_passages("", text) == Passages{text});
}

TEST_CASE("scripts without spaces are cut too") {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "市议会星期一开会讨论新大桥的问题。";
  }
  const Passages passages = passage::cut_passages("", text);
  CHECK(passages.size() >= 4);
  for (const std::string& passage : passages) {
    CHECK(passage.starts_with("市议会"));
    CHECK(passage.ends_with("。"));
  }
}

TEST_CASE("nothing is lost, added or moved, and passages stay small") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"The river rose. ",
                                           "Mr. Xi met \u201cMr. Blinken.\u201d ",
                                           "word ",
                                           "\n",
                                           "\n\n",
                                           "第三句话。",
                                           "ภาษาไทย",
                                           "3.5 ",
                                           "\u2026 ",
                                           "Heading\n\n",
                                           "(He left.) ",
                                           "A. B. C. "};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const auto count = random() % 1500;
    for (unsigned i = 0; i < count; ++i) {
      text += pieces[random() % pieces.size()];
    }
    std::string joined;
    for (const std::string& passage : passage::cut_passages("", text)) {
      CHECK(!passage.empty());
      CHECK(passage::count_words(passage) <= 420 * passage::kWord);
      joined += passage;
    }
    CHECK_MESSAGE(without_white(joined) == without_white(text), "round " << round);
  }
}

// Quadratic work on these would outlast the test's time limit.
TEST_CASE("odd long texts end in small passages") {
  for (const char* piece : {"x", "-", "A. ", "a ", "Mr. Xi ", "。", "字", ".\n", "ก", "!? ", "\xC2\xA0"}) {
    SUBCASE(piece) {
      std::string text;
      while (text.size() < 1'000'000) {
        text += piece;
      }
      const Passages passages = passage::cut_passages("", text);
      const auto longest = std::max_element(passages.begin(), passages.end(),
                                            [](const auto& a, const auto& b) { return a.size() < b.size(); });
      CHECK((passages.empty() || longest->size() < 100'000));
    }
  }
}

}  // namespace
}  // namespace nutgraf
