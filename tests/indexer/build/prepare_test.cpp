// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/prepare.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace nutgraf::build {
namespace {

const std::string kPage =
    "Home\nNews\nSport\nWeather\nSearch\nLog In\nMy Account\n"
    "Dock workers in three ports stopped loading grain on Tuesday, after talks over night shifts broke down, and union "
    "leaders said the halt would last until the owners agreed to pay.\n"
    "The owners, who met in the capital, said that they had offered to pay for all the late hours worked since March, "
    "but that the union had not answered their letter.\n"
    "Ships waited in the roads, and mills in the north warned that they had flour for nine days, after which some "
    "would have to close until the next train came.\n"
    "Share on Facebook\nTweet\nRelated Stories\nTen Ports You Should See\nTerms of Use\nPrivacy";

TEST_CASE("what surrounds an article is cut from the text of a web page, not from that of printed pages") {
  for (const std::uint32_t page : {0U, 1U}) {
    CAPTURE(page);
    Article article;
    article.text = kPage;
    article.record.origin.page = page;
    trim_page(article, {});
    CHECK((article.text == kPage) == (page > 0));
    CHECK(article.record.cuts.empty() == (page > 0));
  }
}

TEST_CASE("a page that says it is in English, as themes do by themselves, may be in another language") {
  const std::string german =
      "Der Fluss stieg in der Nacht um zwei Meter, und die alte Fähre konnte am Morgen nicht mehr ablegen. Die "
      "Bürgermeisterin sagte, dass die Brücke erst im nächsten Jahr fertig wird, weil das Geld dafür fehlt.";
  const std::string english =
      "The river rose by two metres in the night, and the old ferry could not leave the pier in the morning. The mayor "
      "said that the bridge will not be ready before next year, since there is no money for it.";
  struct Row {
    const char* declared;
    LanguageSource source;
    std::string text;
    const char* expected;
  };
  const Row rows[] = {{"en", LanguageSource::Theme, german, "de"},  {"en", LanguageSource::Theme, english, "en"},
                      {"en", LanguageSource::Theme, "Ja.", "en"},   {"en", LanguageSource::Record, german, "en"},
                      {"fr", LanguageSource::Record, german, "fr"}, {"", LanguageSource::Record, german, "de"}};
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    Article article;
    article.text = row.text;
    article.record.language = row.declared;
    article.language_source = row.source;
    prepare(article, {});
    CHECK(article.record.language == row.expected);
  }
}

}  // namespace
}  // namespace nutgraf::build
