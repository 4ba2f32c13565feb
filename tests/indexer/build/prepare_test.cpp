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

}  // namespace
}  // namespace nutgraf::build
