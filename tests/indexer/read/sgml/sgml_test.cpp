// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/read/sgml/document_cutter.h"
#include "indexer/read/sgml/tags.h"
#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using namespace nutgraf::read::sgml;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

namespace {

/// Gives one byte at a time, so that every tag is cut somewhere.
class SlowSource final : public read::ByteSource {
 public:
  explicit SlowSource(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] std::size_t read(std::span<char> into) override {
    if (rest_.empty() || into.empty()) {
      return 0;
    }
    into[0] = rest_[0];
    rest_.remove_prefix(1);
    return 1;
  }

 private:
  std::string_view rest_;
};

constexpr const char* kReuters =
    "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n"
    "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"5544\" NEWID=\"1\">\n"
    "<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS><D>cocoa</D><D>veg-oil</D></TOPICS>\n"
    "<PLACES><D>usa</D><D>uruguay</D></PLACES>\n<PEOPLE></PEOPLE>\n<UNKNOWN>\n&#5;&#5;C T\n&#22;f0704</UNKNOWN>\n"
    "<TEXT>&#2;\n<TITLE>COCOA &lt;COC> ROSE</TITLE>\n<AUTHOR>    By Jane Roe, Reuters</AUTHOR>\n"
    "<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers went on\nin the south, it said.\n"
    "    The dry time means that M&uuml;ller &amp; Co will be late.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
    "<REUTERS TOPICS=\"NO\" NEWID=\"2\">\n<DATE> 1-MAR-1987 09:24:40.59</DATE>\n<TOPICS></TOPICS>\n"
    "<TEXT TYPE=\"BRIEF\">&#2;\n<TITLE>A TITLE ALONE</TITLE>\n&#3;</TEXT>\n</REUTERS>\n"
    "<REUTERS NEWID=\"3\">\n<DATE> 1-MAR-1987 09:24:40.59</DATE>\n"
    "<TEXT TYPE=\"UNPROC\">&#2;\nRAW TEXT\nOF A TABLE\n&#3;</TEXT>\n</REUTERS>\n"
    "<REUTERS NEWID=\"4\"><DATE>1-MAR-1987</DATE><TEXT TYPE=\"UNPROC\">&#2;\n&#3;</TEXT></REUTERS>\n";

}  // namespace

TEST_CASE("items of Reuters-21578") {
  const Collected read = read_as("reut2-000.sgm", kReuters);
  CHECK(read.ids() == Strings{"1", "2", "3"});
  const Article& first = read.articles[0];
  CHECK(first.record.title == "COCOA <COC> ROSE");
  CHECK(first.record.date == "1987-02-26");
  CHECK(first.record.tags == Strings{"cocoa", "veg-oil"});
  CHECK(first.text ==
        "Showers went on\nin the south, it said.\n\nThe dry time means that Müller & Co will be late.\n\nReuter");
  CHECK(meta_of(first, "places") == "usa; uruguay");
  CHECK(meta_of(first, "oldid") == "5544");
  CHECK(meta_of(first, "unknown") == "C T f0704");
  CHECK(read.articles[1].text.empty());
  CHECK(read.articles[2].text == "RAW TEXT\nOF A TABLE");
  REQUIRE(read.rejects.size() == 1);  // an item that is empty
  CHECK(read.rejects[0].line > 20);
}

TEST_CASE("documents of TREC collections") {
  const Collected read = read_as(
      "ap890101",
      "<DOC>\n<DOCNO> AP-1 </DOCNO>\n<FILEID>f1</FILEID>\n<HEAD>River Rises</HEAD>\n<BYLINE>By JANE ROE</BYLINE>\n"
      "<DATELINE>TOKYO (AP) </DATELINE>\n<DATE>January 1, 1989, Sunday</DATE>\n<TEXT>\n   The river rose by a &amp; "
      "b.\n"
      "   It fell again.\n</TEXT>\n</DOC>\n<!-- between -->\n"
      "<DOC id=\"ntcir-2\" type=\"story\">\n<TEXT>\n<P>\nOne.\n</P>\n<P>\nTwo < three.\n</P>\n</TEXT>\n</DOC>\n"
      "<DOC>\n<DOCNO>\nWSJ-3\n</DOCNO>\n<HL>\n   Two Leads\n</HL>\n<SO>\nJOURNAL (J), PAGE 1\n</SO>\n<LP>\n   A lead "
      "paragraph.\n</LP>\n<TEXT>\n   And more.\n</TEXT>\n</DOC>\n"
      "<DOC>\nLOST-4 </DOCNO>\n<TEXT>No open tag.</TEXT>\n<DOC>\n<DOCNO>X-5</DOCNO>\n<TEXT>The fourth never "
      "ended.</TEXT>"
      "\n</DOC>\n");
  CHECK(read.ids() == Strings{"AP-1", "ntcir-2", "WSJ-3", "LOST-4", "X-5"});
  const Article& first = read.articles[0];
  CHECK(first.record.title == "River Rises");
  CHECK(first.record.date == "1989-01-01");
  CHECK(first.record.authors == Strings{"JANE ROE"});
  CHECK(first.text == "The river rose by a & b.\n\nIt fell again.");
  CHECK(meta_of(first, "fileid") == "f1");
  CHECK(meta_of(first, "dateline") == "TOKYO (AP)");
  CHECK(read.articles[1].text == "One.\n\nTwo < three.");
  CHECK(meta_of(read.articles[1], "type") == "story");
  CHECK(read.articles[2].record.source == "JOURNAL (J), PAGE 1");
  CHECK(read.articles[2].text == "A lead paragraph.\n\nAnd more.");
  CHECK(read.articles[3].text == "No open tag.");
}

TEST_CASE("documents of TREC web collections") {
  const Collected read = read_as(
      "web.trec",
      "<DOC>\n<DOCNO>W-1</DOCNO>\n<DOCHDR>\nhttp://www.ferry.example/a.html 192.0.2.1 20040101 text/html 99\nServer: "
      "x\n"
      "</DOCHDR>\n<html><head><title>Ferry</title></head><body>The river <b>rose</b>.<br>It "
      "fell.</body></html>\n</DOC>\n"
      "<DOC>\n<DOCNO>W-2</DOCNO>\n<DOCHDR>\nhttp://www.ferry.example/b.html\n</DOCHDR>\n<p>No root, but a text.</p>\n"
      "</DOC>\n");
  CHECK(read.ids() == Strings{"W-1", "W-2"});
  CHECK(read.articles[0].text.find("The river rose.") != std::string::npos);
  CHECK(read.articles[0].record.url == "http://www.ferry.example/a.html");
  CHECK(read.articles[1].text.find("No root, but a text.") != std::string::npos);
}

TEST_CASE("a document that the end of the file cuts is a reject, one bad byte is not") {
  const Collected read = read_as("a.sgml",
                                 "<DOC><DOCNO>1</DOCNO><TEXT>M\xFCller was here.</TEXT></DOC>\n<DOC><DOCNO>2</DOCNO>"
                                 "<TEXT>The river ro");
  CHECK(read.ids() == Strings{"1"});
  CHECK(read.articles[0].text == "Müller was here.");
  CHECK(read.noted(read::Note::Encoding));
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].line == 2);
  CHECK(read.rejects[0].reason.find("breaks off") != std::string::npos);
}

TEST_CASE("documents are cut wherever the stream is") {
  const std::string text = "<!-- x --><doc>a</doc>junk<DOC id=1>b<DOCNO>n</DOCNO></DOC ><DOC>c";
  SlowSource source(text);
  DocumentCutter cutter(source, "DOC");
  Strings found;
  while (const auto raw = cutter.next()) {
    found.emplace_back(raw->bytes);
    CHECK(text.substr(raw->offset, raw->bytes.size()) == raw->bytes);
  }
  CHECK(found == Strings{"<doc>a</doc>", "<DOC id=1>b<DOCNO>n</DOCNO></DOC >", "<DOC>c"});
}

TEST_CASE("references and tags") {
  CHECK(without_references("a &lt; b &amp;&amp; &#38; &#x26; &#5;c &nothing; & d") == "a < b && & &  c &nothing; & d");
  TagScanner scanner("a < b <X y='1>' Z=2 w>t</x><!-- <Y> -->");
  std::string shown;
  while (const auto token = scanner.next()) {
    shown += token->kind == TokenKind::Text ? "[" : token->kind == TokenKind::Open ? "<" : "/";
    shown += token->text;
    for (const auto& [name, value] : token->attributes) {
      shown += " " + name + "=" + value;
    }
    shown += "|";
  }
  CHECK(shown == "[a < b |<X Y=1> Z=2 W=|[t|/x|");
}

TEST_CASE("SGML of another kind is a reject") {
  const Collected read = read_as("a.sgml", "<book><p>One.</p></book>");
  CHECK(read.articles.empty());
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("<DOC>") != std::string::npos);
}
