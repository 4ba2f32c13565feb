// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/page_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::clean {
namespace {

const std::string kStory =
    "Dock workers in three ports stopped loading grain on Tuesday, after talks over night shifts broke down, and union "
    "leaders said the halt would last until the owners agreed to pay.\n"
    "The owners, who met in the capital, said that they had offered to pay for all the late hours worked since March, "
    "but that the union had not answered their letter.\n"
    "Ships waited in the roads, and mills in the north warned that they had flour for nine days, after which some "
    "would "
    "have to close until the next train came.\n"
    "Both sides will meet again on Friday, when the minister of labour, who has kept out of the talks so far, is "
    "expected to put forward a plan of her own.";
const std::string kMenu = "Home\nNews\nSport\nWeather\nSearch\nLog In\nMy Account\n";
const std::string kFoot =
    "\nShare on Facebook\nTweet\nRelated Stories\nTen Ports You Should See\nTerms of Use\nPrivacy";

TEST_CASE("what stands around the article of a page is cut, in one piece before and one after") {
  std::string text = kMenu + kStory + kFoot;
  const std::vector<Cut> cuts = cut_page(text);
  CHECK(text == kStory);
  REQUIRE(cuts.size() == 2);
  CHECK(cuts[0] == Cut{kMenu.substr(0, kMenu.size() - 1), "page"});
  CHECK(cuts[1] == Cut{kFoot.substr(1), "page"});
  CHECK(cut_page(text).empty());  // nothing is left to cut
}

TEST_CASE("links to other articles, cut off by an ellipsis, are no sentences of this one") {
  std::string teasers;
  for (int i = 0; i < 6; ++i) {
    teasers +=
        "\nMillers in the north say that flour may run out, as ships wait for the dockers to end their halt and " +
        std::string(i % 2 == 0 ? "\u2026" : "...");
  }
  std::string text = kMenu + kStory + kFoot + teasers;
  (void)cut_page(text);
  CHECK(text == kStory);
}

TEST_CASE("texts that are not surely pages stay whole") {
  std::string wrapped;
  for (int i = 0; i < 30; ++i) {
    wrapped += "Wheat prices rose in thin trade, as buyers waited for news\nRead more\n";
  }
  std::string draw = kStory + "\n";
  for (int i = 0; i < 16; ++i) {
    draw += "Team " + std::to_string(i) + " v Team " + std::to_string(i + 16) + "\n";
  }
  for (const std::string& whole : {
           std::string(), kStory,
           kMenu + kFoot,                     // no article
           kStory + "\nShare\nTweet\nPrint",  // few lines
           wrapped,
           draw,  // short lines, but no words of a page
       }) {
    std::string text = whole;
    CAPTURE(whole);
    CHECK(cut_page(text).empty());
    CHECK(text == whole);
  }
}

}  // namespace
}  // namespace nutgraf::clean
