// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/stops.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace nutgraf;

TEST_CASE("ends of sentences in any script") {
  for (const std::string_view text :
       {"It rose.", "Rose!", "Rose?", "rose…", "涨。", "涨！", "涨．", "ارتفع؟", "वह बढ़ी।", "ထ။"}) {
    CAPTURE(text);
    CHECK(ends_with_stop(text));
  }
  for (const std::string_view text : {"", "It rose", "rose,", "rose:", "rose.)", "涨，", "é"}) {
    CAPTURE(text);
    CHECK_FALSE(ends_with_stop(text));
  }
}

TEST_CASE("quotes and brackets at the end") {
  CHECK(without_closers("It rose.\"") == "It rose.");
  CHECK(without_closers("It rose.’”)") == "It rose.");
  CHECK(without_closers("涨。」") == "涨。");
  CHECK(without_closers("Café\"") == "Café");
  CHECK(without_closers("»").empty());
  CHECK(without_closers("rose.}") == "rose.}");
  CHECK(without_closers("rose.](") == "rose.](");
  CHECK(without_closers("It rose. ") == "It rose. ");
}

TEST_CASE("ends of lines that are sentences") {
  for (const std::string_view text :
       {"It rose.", " It rose. ", "He said:", "他说：", "“It rose.”", "„Er stieg.“", "« C’est monté. »",
        "« C’est monté.\u00A0»", "Monté\u202F?", "「上がった。」", "Γιατί ανέβηκε;", "Γιατί ανέβηκε\u037E",
        "វាបានកើនឡើង។", "འཕར་སོང༎", "ارتفع؟»", "بڑھ گیا۔", "Բարձրացավ։", "ጨመረ።"}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const std::string_view text : {"", "It rose", "It rose;", "rose,", "»", ";", "涨，", "ανέβηκε,"}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
}
