// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using namespace nutgraf::read::press;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

namespace {

constexpr const char* kCounted =
    "\r\n\r\nDownload Request: Selected Items: 1-2\r\n\r\nTerms: (ferry and river)\r\n\r\n"
    "                               1 of 2 DOCUMENTS\r\n\r\n\r\n"
    "                                The Daily Ferry\r\n\r\n"
    "                            January 11, 2010 Monday\r\n"
    "                                   Edition 1;\r\n"
    "                                    North\r\n\r\n"
    "The river rose;\r\nand the ferry with it\r\n\r\n"
    "BYLINE: BY JANE ROE and John Doe\r\n\r\n"
    "SECTION: NEWS; Pg. 6\r\n\r\n"
    "LENGTH: 21 words\r\n\r\n"
    "The river rose by two metres on Sunday, and nobody on the ferry had expected\r\nthat it would.\r\n\r\n"
    "CAPTAIN: We had a plan, and then the water came.\r\n\r\n"
    "All went home.\r\n\r\n"
    "LOAD-DATE: January 12, 2010\r\n\r\n"
    "LANGUAGE: ENGLISH; ENGLISHS\r\n\r\n"
    "SUBJECT: RIVERS (90%); FERRIES & BOATS (55%)\r\n\r\n"
    "GRAPHIC: The ferry at dawn\r\nand at dusk\r\n\r\n"
    "PUBLICATION-TYPE: Newspaper\r\n\r\n\r\n"
    "                         Copyright 2010 Ferry Press Ltd\r\n"
    "                              All Rights Reserved\r\n\r\n"
    "                               2 of 383 DOCUMENTS\r\n\r\n\r\n"
    "                                   Ferry Week\r\n\r\n"
    "                                January 8, 2010\r\n\r\n"
    "A second title\r\n\r\n"
    "LENGTH: 3 words\r\n\r\n"
    "It rained again.\r\n\r\n"
    "LOAD-DATE: January 12, 2010\r\n";

std::string in_german(std::string_view english) {
  std::string text(english);
  const std::pair<std::string_view, std::string_view> words[] = {{"1 of 2 DOCUMENTS", "Dokument 1 von 2"},
                                                                 {"2 of 383 DOCUMENTS", "Dokument 2 von 383"},
                                                                 {"BYLINE:", "AUTOR:"},
                                                                 {"SECTION:", "RUBRIK:"},
                                                                 {"LENGTH:", "LÄNGE:"},
                                                                 {"LOAD-DATE:", "UPDATE:"},
                                                                 {"LANGUAGE: ENGLISH", "SPRACHE: German"},
                                                                 {"January 11, 2010 Monday", "Montag 11. Januar 2010"}};
  for (const auto& [from, to] : words) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

/// As Word files have them.
const std::vector<Paragraph>& ended() {
  static const std::vector<Paragraph> paragraphs = {
      {"Job Number: 7", Weight::Bold},
      {"Documents (2)", Weight::Bold},
      {"1. The river rose"},
      {"Client/Matter: -None-", Weight::Bold},
      {"Narrowed by: "},
      {"The river rose", Weight::Bold},
      {"The Daily Ferry(London)"},
      {"July 1, 2019 Monday 9:20 AM GMT"},
      {""},
      {"\nCopyright 2019 Ferry Press All Rights Reserved"},
      {"Section:\xC2\xA0POLITICS; Version:28", Weight::Bold},
      {"Length:\xC2\xA0"
       "12 words",
       Weight::Bold},
      {"Byline:\xC2\xA0Jane Roe", Weight::Bold},
      {"Body", Weight::Bold},
      {""},
      {"The river rose by two metres."},
      {"Person: the captain of the ferry."},
      {"Classification", Weight::Bold},
      {"Language:\xC2\xA0"
       "ENGLISH",
       Weight::Bold},
      {"\nSubject:\xC2\xA0RIVERS (90%)", Weight::Bold},
      {"\nLoad-Date:\xC2\xA0July 4, 2019", Weight::Bold},
      {"\nEnd of Document", Weight::Bold},
      {"Was am 3. Juni 2018 geschah", Weight::Bold},
      {"Die Fähre"},
      {"5. Juli 2019 Freitag"},
      {"Länge:\xC2\xA0"
       "3 Wörter",
       Weight::Bold},
      {"Body", Weight::Bold},
      {"Es regnete wieder."},
      {"Graphic", Weight::Bold},
      {"Ein Bild vom Fluss"},
      {"\nLoad-Date:\xC2\xA0July 6, 2019", Weight::Bold},
      {"\nEnd of Document", Weight::Bold},
  };
  return paragraphs;
}

}  // namespace

TEST_CASE("a Nexis export of two articles as text") {
  for (const bool german : {false, true}) {
    CAPTURE(german);
    const Collected read = read_as("export.TXT", german ? in_german(kCounted) : kCounted);
    CHECK(read.rejects.empty());
    CHECK(read.ids() == Strings{"export.TXT:1", "export.TXT:2"});
    const Article& first = read.articles[0];
    CHECK(first.record.title == "The river rose; and the ferry with it");
    CHECK(first.record.date == "2010-01-11");
    CHECK(first.record.source == "The Daily Ferry");
    CHECK(first.record.authors == Strings{"JANE ROE", "John Doe"});
    CHECK(first.record.section == "NEWS");
    CHECK(first.record.language == (german ? "de" : "en"));
    CHECK(first.record.tags == Strings{"RIVERS", "FERRIES & BOATS"});
    CHECK(first.text ==
          "The river rose by two metres on Sunday, and nobody on the ferry had expected\nthat it would.\n\n"
          "CAPTAIN: We had a plan, and then the water came.\n\nAll went home.");
    CHECK(meta_of(first, "section") == "NEWS; Pg. 6");
    CHECK(meta_of(first, "length") == "21 words");
    CHECK(meta_of(first, "load_date") == "January 12, 2010");
    CHECK(meta_of(first, "edition") == "Edition 1; North");
    CHECK(meta_of(first, "graphic") == "The ferry at dawn and at dusk");
    CHECK(meta_of(first, "copyright") == "Copyright 2010 Ferry Press Ltd All Rights Reserved");
    const Article& second = read.articles[1];
    CHECK(second.record.title == "A second title");
    CHECK(second.record.date == "2010-01-08");
    CHECK(second.text == "It rained again.");
  }
}

TEST_CASE("a Nexis text whose headline stands over its day") {
  struct Row {
    const char* text;
    const char* expected;  // title | source | date | author | text
  };
  const std::string below = "\n\nLENGTH: 4 words\n\nLOAD-DATE: May 8, 2003\n";
  const Row rows[] = {
      {"                            The Ferry Agency\n\nLEADALL: Two more boats sank\n\n"
       "                            April 20, 2003, Sunday\n                          23:22 Central European Time\n\n\n"
       "It rained all of the day in the harbour of the old town, and it went on.",
       "LEADALL: Two more boats sank | The Ferry Agency | 2003-04-20 |  | "
       "It rained all of the day in the harbour of the old town, and it went on."},
      {"                                Die Fähre\n\nDER FLUSS STEIGT\n\n                                 15. April "
       "2003\n\nJana Roth\n\nORTSZEILE: Wien\n\n\nEs regnete.",
       "DER FLUSS STEIGT | Die Fähre | 2003-04-15 | Jana Roth | Es regnete."},
      {"                                De Veerboot\n\n                              24. September 2002\n\nLENGTE: 158 "
       "words\n\nKOP: De rivier stijgt\n\nTEKST:\n\nHet regende.",
       "De rivier stijgt | De Veerboot | 2002-09-24 |  | Het regende."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Collected read =
        read_as("export.txt", "                               1 of 2 DOCUMENTS\n\n\n" + (row.text + below) +
                                  "\n                               2 of 2 DOCUMENTS\n\n\n" + row.text + below);
    REQUIRE(read.articles.size() == 2);
    const ArticleRecord& record = read.articles[0].record;
    CHECK(record.title + " | " + record.source + " | " + record.date + " | " +
              (record.authors.empty() ? "" : record.authors[0]) + " | " + read.articles[0].text ==
          row.expected);
  }
}

TEST_CASE("a Nexis headline in capitals with a colon is no label") {
  const std::string text =
      "                               1 of 2 DOCUMENTS\n\n\n                                The Ferry\n\n"
      "                              April 20, 2003, Sunday\n\nPORTILLO: GET OUT OF THE BOAT\n\nSHOW: Morning News\n\n"
      "BYLINE: JANE ROE, Chemicals Correspondent\n\nLENGTH: 4 words\n\n\nIt rained.\n\nLOAD-DATE: May 8, 2003\n";
  const Collected read = read_as("export.txt", text + text);
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].record.title == "PORTILLO: GET OUT OF THE BOAT");
  CHECK(read.articles[0].record.authors == Strings{"JANE ROE"});
  CHECK(meta_of(read.articles[0], "show") == "Morning News");
  CHECK(read.articles[0].text == "It rained.");
}

TEST_CASE("a Nexis article alone has the id of its file") {
  const std::string two = kCounted;
  const std::string one = two.substr(0, two.find("                               2 of 383"));
  CHECK(read_as("zip/one.txt", one).ids() == Strings{"one.txt"});
}

TEST_CASE("an article that Nexis could not give is a reject") {
  const std::string text =
      std::string(kCounted) +
      "\r\n                               3 of 383 DOCUMENTS\r\n\r\n"
      "We are sorry but there is an error in this document and it is not possible to display it.\r\n";
  const Collected read = read_as("export.txt", text);
  CHECK(read.articles.size() == 2);
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("export it again") != std::string::npos);
}

TEST_CASE("the articles of a Word export are between their heads and their ends") {
  REQUIRE(is_nexis(ended()));
  const std::vector<read::FoundArticle> found = split_nexis(ended());
  REQUIRE(found.size() == 2);
  const Article& first = found[0].article;
  CHECK(first.record.title == "The river rose");
  CHECK(first.record.source == "The Daily Ferry(London)");
  CHECK(first.record.date == "2019-07-01");
  CHECK(first.record.time.starts_with("T09:20"));
  CHECK(first.record.section == "POLITICS");
  CHECK(first.record.authors == Strings{"Jane Roe"});
  CHECK(first.record.language == "en");
  CHECK(first.record.tags == Strings{"RIVERS"});
  CHECK(first.text == "The river rose by two metres.\n\nPerson: the captain of the ferry.");
  CHECK(meta_of(first, "load_date") == "July 4, 2019");
  CHECK(meta_of(first, "copyright") == "Copyright 2019 Ferry Press All Rights Reserved");
  const Article& second = found[1].article;
  CHECK(second.record.title == "Was am 3. Juni 2018 geschah");
  CHECK(second.record.source == "Die Fähre");
  CHECK(second.record.date == "2019-07-05");
  CHECK(second.text == "Es regnete wieder.");
  CHECK(meta_of(second, "graphic") == "Ein Bild vom Fluss");
  CHECK(meta_of(second, "length") == "3 Wörter");
}

TEST_CASE("a Word export with lines of other kinds in its heads") {
  using enum Alignment;
  struct Row {
    std::vector<Paragraph> head;
    const char* title;
    const char* source;
    const char* date;
    std::vector<std::pair<const char*, const char*>> meta;
  };
  const Row rows[] = {
      {{{"Does trade help?; Green", {}, {}, 1},
        {"The Ferry", {}, Center},
        {"(Green)", {}, Center},
        {"June 26, 2009 Friday 15:25 EST", {}, Center},
        {"\nCopyright 2009 Ferry Press"}},
       "Does trade help?; Green",
       "The Ferry",
       "2009-06-26",
       {{"details", "(Green)"}, {"copyright", "Copyright 2009 Ferry Press"}}},
      {{{"The rat race", {}, {}, 1},
        {"The Ferry - Final Edition", {}, Center},
        {"\n Correction Appended"},
        {"\nCopyright 2005 Ferry Press"}},
       "The rat race",
       "The Ferry - Final Edition",
       "",
       {{"details", "Correction Appended"}}},
      {{{"Digest", {}, {}, 1},
        {"The Ferry", {}, Center},
        {"April 2, 2007 Monday, Regional Edition", {}, Center},
        {"\nCopyright 2007 Ferry Press"},
        {"Distribution:\u00A0Maryland"}},
       "Digest",
       "The Ferry",
       "2007-04-02",
       {{"edition", "Regional Edition"}, {"distribution", "Maryland"}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    std::vector<Paragraph> paragraphs = ended();
    paragraphs.insert(paragraphs.end(), row.head.begin(), row.head.end());
    const std::vector<Paragraph> rest = {{"Length:\u00A0"
                                          "3 words",
                                          Weight::Bold},
                                         {"Byline:\u00A0Jane Roe", Weight::Bold},
                                         {"Jane Roe wrote The River."},
                                         {"Body", Weight::Bold},
                                         {"It rained."},
                                         {"\nEnd of Document", Weight::Bold}};
    paragraphs.insert(paragraphs.end(), rest.begin(), rest.end());
    const std::vector<read::FoundArticle> found = split_nexis(paragraphs);
    REQUIRE(found.size() == 3);
    const Article& article = found[2].article;
    CHECK(article.record.title == row.title);
    CHECK(article.record.source == row.source);
    CHECK(article.record.date == row.date);
    CHECK(article.record.authors == Strings{"Jane Roe"});
    CHECK(article.text == "It rained.");
    CHECK(meta_of(article, "byline") == "Jane Roe wrote The River.");
    for (const auto& expected : row.meta) {
      CAPTURE(expected.first);
      CHECK(meta_of(article, expected.first) == expected.second);
    }
  }
}

TEST_CASE("the list that Nexis puts beside its articles is no article") {
  const auto list = std::span(ended()).first(5);
  CHECK(is_nexis(list));
  CHECK(split_nexis(list).empty());
  const Collected read =
      read_as("x_doclist.txt", "Date and Time: Friday\n\nJob Number: 7\n\nDocuments (2)\n\n1. The river rose\n");
  CHECK(read.articles.empty());
  CHECK(read.skipped(read::Skip::NoArticle) == 1);
}

TEST_CASE("a Nexis export as a page") {
  const char* const page = R"(<HTML><HEAD><STYLE TYPE="text/css"><!--
.c0 { text-align: center; }
.c7 { font-size: 14pt; font-weight: bold; }
--></STYLE></HEAD><BODY>
<A NAME="DOC_ID_0_0"></A>
<BR><DIV CLASS="c0"><P><SPAN CLASS="c2">1 of 1 DOCUMENTS</SPAN></P></DIV>
<BR><DIV CLASS="c0"><P><SPAN CLASS="c2">Le Bac</SPAN></P></DIV>
<BR><DIV CLASS="c0"><P><SPAN CLASS="c7">12</SPAN><SPAN> avril 2013 mardi</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P><SPAN CLASS="c7">Le fleuve monte<BR>encore</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">AUTEUR: </SPAN><SPAN>Jeanne Roux</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">LONGUEUR: </SPAN><SPAN>9 mots</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P>Un premier alinéa.</P><P>Un second, avec un <SPAN CLASS="c7">mot</SPAN> marqué.</P></DIV>
<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">SUJET: </SPAN><SPAN>FLEUVES (90%)</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">LANGUE: </SPAN><SPAN>FRENCH; FRANÇAIS</SPAN></P></DIV>
<BR><DIV CLASS="c0"><P><SPAN>Copyright 2013 Le Bac<BR>Tous Droits Réservés</SPAN></P></DIV>
</BODY></HTML>)";
  const Collected read = read_as("export.html", page);
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.title == "Le fleuve monte encore");
  CHECK(article.record.source == "Le Bac");
  CHECK(article.record.date == "2013-04-12");
  CHECK(article.record.authors == Strings{"Jeanne Roux"});
  CHECK(article.record.language == "fr");
  CHECK(article.record.tags == Strings{"FLEUVES"});
  CHECK(article.text == "Un premier alinéa.\n\nUn second, avec un mot marqué.");
}

TEST_CASE("a Nexis export whose blank lines were dropped") {
  const std::string article =
      "The river rose;\nand the ferry with it\nThe Daily Ferry\nMarch 4, 2014 Tuesday\n"
      "Copyright 2014 Ferry Press All Rights Reserved\n\nSection: NEWS; Pg. 12\nLength: 21 words\nByline: Jane Roe\n\n"
      "Body\n\nThe river rose by two metres.\n\nClassification\n\nLanguage: ENGLISH\nSubject: RIVERS (90%)\n"
      "Load-Date: March 6, 2014\n\nEnd of Document\n\n";
  const Collected read = read_as("export.txt", article + article);
  REQUIRE(read.articles.size() == 2);
  for (const Article& one : read.articles) {
    CHECK(one.record.title == "The river rose; and the ferry with it");
    CHECK(one.record.source == "The Daily Ferry");
    CHECK(one.record.date == "2014-03-04");
    CHECK(one.record.section == "NEWS");
    CHECK(one.record.language == "en");
    CHECK(one.record.authors == Strings{"Jane Roe"});
    CHECK(one.record.tags == Strings{"RIVERS"});
    CHECK(meta_of(one, "length") == "21 words");
    CHECK(one.text == "The river rose by two metres.");
  }
}

TEST_CASE("the counts and fields of Nexis in other languages") {
  struct Row {
    const char* name;
    const char* text;
    const char* length;
    const char* language;
  };
  const Row rows[] = {
      {"German",
       "   1 von 1 DOKUMENTEN\n\n   Die Zeitung\n\n   4. März 2014 Dienstag\n\nEin Titel\n\nLÄNGE: 3 Wörter\n\n"
       "Ein Text.\n\nSPRACHE: GERMAN\n",
       "3 Wörter", "de"},
      {"Spanish",
       "   1 de 1 DOCUMENTOS\n\n   El Diario\n\n   4 de marzo de 2014 martes\n\nUn título\n\n"
       "LONGITUD: 3 palabras\n\nUn texto.\n\nFECHA-DE-CARGA: 6 de marzo de 2014\n\nIDIOMA: SPANISH\n",
       "3 palabras", "es"},
      {"Dutch",
       "   1 van 1 DOCUMENTEN\n\n   De Krant\n\n   4 maart 2014 dinsdag\n\nEen titel\n\nLENGTE: 3 woorden\n\n"
       "Een tekst.\n\nLADINGS-DATUM: 6 maart 2014\n\nTAAL: DUTCH\n",
       "3 woorden", "nl"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_as("export.txt", row.text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.date == "2014-03-04");
    CHECK(read.articles[0].record.language == row.language);
    CHECK(meta_of(read.articles[0], "length") == row.length);
    CHECK(read.articles[0].text.find(':') == std::string::npos);
  }
}

TEST_CASE("a line of a text that looks like a count begins no article of Nexis") {
  const Collected read =
      read_as("export.txt",
              "                               1 of 1 DOCUMENTS\n\n                      The Ferry\n\n"
              "                           March 4, 2014 Tuesday\n\nThe river rose\n\nLENGTH: 9 words\n\n"
              "He said that of the files\n2 of 3 DOCUMENTS\nwere lost.\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text.find("were lost.") != std::string::npos);
}

TEST_CASE("other texts are no Nexis export") {
  CHECK(read_as("a.txt", "Section: news\n\nThe document of 2 of 3 DOCUMENTS was lost.\n").articles.size() == 1);
  read::ReadOptions options;
  options.format = "nexis";
  const Collected read = read_as("a.txt", "The river rose.\n", options);
  CHECK(read.articles.empty());
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("no export of Nexis") != std::string::npos);
}
