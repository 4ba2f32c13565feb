// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/rtf.h"

#include <doctest/doctest.h>

#include <string>

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

/// Of the only article; empty where there is none.
Article read_rtf(const std::string& rtf) {
  sandbox::Parsed parsed = office::parse_rtf(rtf);
  return parsed.articles.empty() ? Article{} : parsed.articles[0].article;
}

}  // namespace

TEST_CASE("RTF: text") {
  struct Row {
    const char* name;
    std::string rtf;
    std::string expected;
  };
  const Row rows[] = {
      {"paragraphs", R"({\rtf1 One.\par Two.\par})", "One.\n\nTwo."},
      {"line ends of the file are none", "{\\rtf1 The ri\nver\r\n rose.}", "The river rose."},
      {"escapes", R"({\rtf1 a \{b\} \\c\~d\_e.})", "a {b} \\c\u00A0d\u2011e."},
      {"signs", R"({\rtf1 \ldblquote x\rdblquote\emdash y\line z.})", "“x”—y\nz."},
      {"windows-1252", R"({\rtf1\ansi\ansicpg1252 caf\'e9 \'93x\'94.})", "café “x”."},
      {"windows-1250", R"({\rtf1\ansi\ansicpg1250 \'9eivot.})", "život."},
      {"code page of the font",
       R"({\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1 \'cc\'e8\'f0 \f0 \'e9.})",
       "Мир é."},
      {"two bytes a character", R"({\rtf1\ansi{\fonttbl{\f1\fcharset128 M;}}\f1 \'93\'fa\'96\'7b\'83\'5c.})",
       "日本ソ."},
      {"Shift JIS with a trail byte written plainly", R"({\rtf1\ansi{\fonttbl{\f1\fcharset128 M;}}\f1 \'83A\'83\\.})",
       "アソ."},
      {"unicode", R"({\rtf1\ansi\uc1 \u20320?\u22909? \u-10179?\u-8704?.})", "你好 😀."},
      {"unicode and two bytes to skip", R"({\rtf1\uc2 \u20320\'c4\'e3x.})", "你x."},
      {"unicode without any to skip", R"({\rtf1\uc0 \u20320 x.})", "你x."},
      {"hidden and deleted", R"({\rtf1 a{\v secret}{\deleted old}\v no\v0 b.})", "ab."},
      {"destinations", R"({\rtf1{\colortbl;\red0;}{\header Head}{\*\unknown x}{\pict 0102}{\*\generator G;}Text.})",
       "Text."},
      {"binary", std::string(R"({\rtf1{\pict\bin5 )") + "}}{\\x" + "}Text.}", "Text."},
      {"field", R"({\rtf1 See {\field{\*\fldinst HYPERLINK "http://x.org"}{\fldrslt{\ul the page}}}.})",
       "See the page."},
      {"table",
       R"({\rtf1\pard Before.\par\trowd\cellx1\cellx2\pard\intbl North\cell 12\cell\row\trowd\pard\intbl South\cell 7\cell\row\pard After.\par})",
       "Before.\n\nNorth 12\nSouth 7\n\nAfter."},
      {"note", R"({\rtf1 One{\footnote A note.}, two.\par Three.})", "One, two.\n\nThree.\n\nA note."},
      {"text box", R"({\rtf1 One.\par{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Box.\par}}{\shprslt Old.}}Two.})",
       "One.\n\nTwo.\n\nBox."},
      {"alternative in Unicode", R"({\rtf1 {\upr{a?}{\*\ud{a\u8212?}}}b.})", "a—b."},
      {"list marks", R"({\rtf1{\listtext 1.\tab}One.\par{\pntext 2.\tab}Two.})", "One.\n\nTwo."},
      {"unclosed", R"({\rtf1 One.\par {\b Two.)", "One.\n\nTwo."},
      {"closed too often", R"({\rtf1 One.}}} Two.)", "One. Two."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(read_rtf(row.rtf).text == row.expected);
  }
}

TEST_CASE("RTF: what it says of itself") {
  const Article article = read_rtf(
      R"({\rtf1\ansi{\stylesheet{\s1 heading 1;}}{\info{\title Untitled}{\author Ann L\'e9e}{\keywords rain, river})"
      R"({\creatim\yr2021\mo3\dy4\hr5\min6}}\pard\s1 Flood in the valley\par\pard\s0 The river rose.\par})");
  CHECK(article.record.title == "Flood in the valley");
  CHECK(article.text == "The river rose.");
  CHECK(article.record.authors == std::vector<std::string>{"Ann Lée"});
  CHECK(article.record.date == "2021-03-04");
  CHECK(article.record.date_source == "created");
  CHECK(article.record.tags == std::vector<std::string>{"rain", "river"});
}

TEST_CASE("RTF: a million groups end") {
  const std::string deep = "{\\rtf1 " + std::string(1000000, '{') + "The river rose.";
  CHECK(read_rtf(deep).text == "The river rose.");
}
