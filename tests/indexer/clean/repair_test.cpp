// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/repair.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/clean/line_end_hyphens.h"

namespace nutgraf::clean {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::string expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Article article;
    article.text = row.text;
    const Repairs repairs = repair(article);
    CHECK(article.text == row.expected);
    CHECK(repairs.counts.empty() == (row.text == row.expected));
    CHECK(article.record.meta.empty() == (row.text == row.expected));
  }
}

TEST_CASE("UTF-8 that was read as something else is mended") {
  check({
      {"one letter", "The CafÃ© closed.", "The Café closed."},
      {"a word's beginning", "Un Ã©tÃ© chaud.", "Un été chaud."},
      {"a letter of its own", "Isto Ã© bom.", "Isto é bom."},
      {"punctuation", "It is â€œreadyâ€\u009D, they donâ€™t stay.", "It is “ready”, they don’t stay."},
      {"ISO-8859-1", "It isn\u00E2\u0080\u0099t.", "It isn’t."},
      {"a sign", "It cost Â£10 or 5 Â°C.", "It cost £10 or 5 °C."},
      {"a quote inside a word", "Le cÅ“ur bat.", "Le cœur bat."},
      {"twice", "The CafÃƒÂ© isnÃ¢â‚¬â„¢t.", "The Café isn’t."},
      {"capitals between capitals", "A NAÃ‡ÃƒO fala.", "A NAÇÃO fala."},
      {"Cyrillic", "ÐŸÑ€Ð¸Ð²ÐµÑ‚ from afar.", "Привет from afar."},
      {"Cyrillic as windows-1251", "РџСЂРёРІРµС‚ from afar.", "Привет from afar."},
      {"Chinese", "ä¸­å›½ said.", "中国 said."},
      {"Central European", "MÄ›sto staÅ™Ã.", "Město staÅ™Ã."},
      {"Macintosh", "The caf√© closed.", "The café closed."},
      {"DOS", "The caf├® closed.", "The café closed."},
      {"a word of one letter", "ImputÃ\u00A0 tort, Ã\u00A0 la mer", "ImputÃ\u00A0 tort, à la mer"},
      {"such a word with a blank behind it", "Ã\u00A0\u00A0la mer", "à\u00A0la mer"},
      {"a hard blank", "Une table rondeÂ\u00A0: (4-3-3):Â\u00A0Ici", "Une table ronde\u00A0: (4-3-3):\u00A0Ici"},
      {"weak runs among sure ones", "Ã©tÃ© Ã©tÃ© Ã©tÃ© IRMÃ“", "été été été IRMÓ"},
  });
}

TEST_CASE("character references that a reader decoded are repairs") {
  Article article;
  article.text = "AT&T’s";
  article.references = {{"&amp;", {"&", 2}}, {"&rsquo;", {"’", 1}}};
  const Repairs repairs = repair(article);
  CHECK(repairs.counts == std::map<std::string, std::size_t>{{"entities", 3}});
  REQUIRE(repairs.examples.size() == 2);
  CHECK(repairs.examples[0].before == "&amp;");
  CHECK(repairs.examples[0].after == "&");
  CHECK(article.record.meta == std::vector<std::pair<std::string, std::string>>{{"repairs", "entities 3"}});
}

TEST_CASE("what somebody may have written is left alone") {
  std::vector<Row> rows;
  for (const char* text : {"NÃO, A NAÇÃO É LIVRE.",
                           "“AMANHÃ” disse.",
                           "«IRMû",
                           "IRMÃ»",
                           "MANHÔ",
                           "ROMÃ® é uma marca.",
                           "QUALITÉ”",
                           "ÜBER»",
                           "Привет, мир. Р° и Р.",
                           "新闻联播，中国。",
                           "Ελληνικά",
                           "Ă” spuse.",
                           "√≤ ∞",
                           "├──┤",
                           "5 × 3 ÷ 2",
                           "Ærø",
                           "Ð",
                           "naïve façade",
                           "ÄÖÜ äöü ß",
                           "ÎLE-DE-FRANCE",
                           "Ñandú",
                           "SÃO PAULO",
                           "« le café\u00A0» ferme",
                           "«Un café…»",
                           "и…» сказал"}) {
    rows.push_back({text, text, text});
  }
  check(rows);
}

TEST_CASE("words broken at line ends are closed") {
  check({
      {"the text has the word", "The govern-\nment fell. The government rose.",
       "The government fell. The government rose."},
      {"in other letters", "The Govern-\nment fell. The government rose.", "The Government fell. The government rose."},
      {"the text has both", "The peace-\nkeeping force. Peacekeeping, peace-keeping.",
       "The peace-keeping force. Peacekeeping, peace-keeping."},
      {"a name that is also a word", "In South-\nEast Asia. Southeast of it.", "In South-East Asia. Southeast of it."},
      {"capitals", "THE GOVERN-\nMENT FELL. Government.", "THE GOVERNMENT FELL. Government."},
      {"it has not", "The govern-\nment fell.", "The govern-ment fell."},
      {"a compound", "A cease-\nfire held.", "A cease-fire held."},
      {"names", "He met Jean-\nPierre.", "He met Jean-Pierre."},
      {"a soft hyphen", "The govern\u00AD\nment fell.", "The government fell."},
      {"letters beyond ASCII", "Die Regie-\nrung über-\nlebte. Überlebte sie?",
       "Die Regie-rung über-lebte. Überlebte sie?"},
      {"a hyphen that stays", "two-\nand three-year plans", "two-\nand three-year plans"},
      {"a dash", "He said -\nand left.", "He said -\nand left."},
      {"numbers", "2019-\n2020", "2019-\n2020"},
      {"a paragraph's end", "The end-\n\nNext", "The end-\n\nNext"},
  });
}

TEST_CASE("words that the text writes neither way are left to the corpus") {
  Article article;
  article.text =
      "The govern-\nment fell, the cease-\nfire too, as no cease-fire holds. In South-\nEast Asia the govern-\nment, "
      "of pro\u2010\nvisional par\u00AD\nties.";
  (void)repair(article);
  CHECK(article.broken_words == std::vector<std::string>{"govern-ment", "govern-ment", "pro\u2010visional"});
  CHECK(join_words(article.text, {"govern-ment", "pro\u2010visional", "cease"}) == 3);
  CHECK(article.text ==
        "The government fell, the cease-fire too, as no cease-fire holds. In South-East Asia the government, of "
        "provisional parties.");
  note_joined_words(article.record, 3);
  REQUIRE(article.record.meta.size() == 1);
  CHECK(article.record.meta[0].second == "line-end hyphens 6 (3 joined as the corpus writes them)");
}

TEST_CASE("words are joined whole") {
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& row :
       {Case{"re-open-ing", "re-opening"}, Case{"open-ings open-ing", "open-ings opening"},
        Case{"open-\ning", "open-\ning"}, Case{"Open-ing", "Open-ing"}, Case{"-open-ing-", "-opening-"}}) {
    CAPTURE(row.text);
    std::string text = row.text;
    (void)join_words(text, {"open-ing"});
    CHECK(text == row.expected);
  }
}

TEST_CASE("a repair is noted on the article") {
  Article article;
  article.record.title = "CafÃ© closes";
  article.text = "A cease-\nfire held at the CafÃ©.";
  const Repairs repairs = repair(article);
  CHECK(article.record.title == "Café closes");
  REQUIRE(article.record.meta.size() == 1);
  CHECK(article.record.meta[0].first == "repairs");
  CHECK(article.record.meta[0].second == "line-end hyphens 1, mojibake 2");
  REQUIRE(repairs.examples.size() == 3);
  CHECK(repairs.examples[0].before == "Ã©");
  CHECK(repairs.examples[0].after == "é");
}

}  // namespace
}  // namespace nutgraf::clean
