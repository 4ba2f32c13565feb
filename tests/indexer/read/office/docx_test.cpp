// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/docx.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/read/byte_source.h"
#include "tests/indexer/read/pack.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

constexpr const char* kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="r2" Type="http://x/core-properties" Target="docProps/core.xml"/></Relationships>)";

std::string document_xml(const std::string& body) {
  return R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
         R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
         body + "</w:body></w:document>";
}

std::string docx(const std::string& body, test::Members more = {}) {
  test::Members members = {
      {"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", kRelations}, {"word/document.xml", document_xml(body)}};
  members.insert(members.end(), more.begin(), more.end());
  return test::pack(members, "zip", "none");
}

std::string p(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

/// A first paragraph keeps the rows' own from being taken for a title.
std::string text_of(const std::string& body) {
  const sandbox::Parsed parsed = office::parse_docx(docx(p("The river rose.") + body));
  REQUIRE(parsed.articles.size() == 1);
  const std::string text = parsed.articles[0].article.text;
  REQUIRE(text.starts_with("The river rose."));
  return text.size() < 17 ? "" : text.substr(17);
}

std::string reason_of(const std::string& bytes) {
  try {
    (void)office::parse_docx(bytes);
  } catch (const Unreadable& unreadable) {
    return unreadable.what();
  }
  return "";
}

}  // namespace

TEST_CASE("DOCX: a style hides its text") {
  const std::string styles =
      R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
      R"(<w:style w:type="paragraph" w:styleId="Memo"><w:name w:val="Memo"/><w:rPr><w:vanish/></w:rPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Memo"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Open"><w:name w:val="Open"/><w:basedOn w:val="Memo"/><w:rPr><w:vanish )"
      R"(w:val="0"/></w:rPr></w:style>)"
      R"(<w:style w:type="character" w:styleId="Dark"><w:name w:val="Dark"/><w:rPr><w:vanish/></w:rPr></w:style>)"
      R"(</w:styles>)";
  struct Row {
    const char* name;
    const char* body;
    const char* text;
  };
  const Row rows[] = {
      {"paragraph", R"(<w:p><w:pPr><w:pStyle w:val="Memo"/></w:pPr><w:r><w:t>Secret.</w:t></w:r></w:p>)", ""},
      {"based on it", R"(<w:p><w:pPr><w:pStyle w:val="Sub"/></w:pPr><w:r><w:t>Secret.</w:t></w:r></w:p>)", ""},
      {"based on it and shown", R"(<w:p><w:pPr><w:pStyle w:val="Open"/></w:pPr><w:r><w:t>Open.</w:t></w:r></w:p>)",
       "\n\nOpen."},
      {"a run shown in it",
       R"(<w:p><w:pPr><w:pStyle w:val="Memo"/></w:pPr><w:r><w:t>Secret.</w:t></w:r><w:r><w:rPr><w:vanish w:val="false"/>)"
       R"(</w:rPr><w:t>Open.</w:t></w:r></w:p>)",
       "\n\nOpen."},
      {"characters",
       R"(<w:p><w:r><w:rPr><w:rStyle w:val="Dark"/></w:rPr><w:t>Secret.</w:t></w:r><w:r><w:t>Open.</w:t></w:r></w:p>)",
       "\n\nOpen."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const sandbox::Parsed parsed =
        office::parse_docx(docx(p("The river rose.") + row.body, {{"word/styles.xml", styles}}));
    REQUIRE(parsed.articles.size() == 1);
    CHECK(parsed.articles[0].article.text == std::string("The river rose.") + row.text);
  }
}

TEST_CASE("DOCX: what its readers see is its text") {
  struct Row {
    const char* name;
    std::string body;
    std::string expected;
  };
  const Row rows[] = {
      {"runs",
       "<w:p><w:r><w:t>It fe</w:t></w:r><w:r><w:t xml:space=\"preserve\">ll "
       "</w:t></w:r><w:r><w:t>again.</w:t></w:r></w:p>",
       "It fell again."},
      {"break and tab", "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>",
       "One two\nthree"},
      {"inserted", "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "new"},
      {"deleted", "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>", "kept"},
      {"moved away",
       "<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>",
       "here"},
      {"deleted paragraph mark",
       "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>" + p("two."), "One two."},
      {"drop cap",
       "<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>" +
           p("he river."),
       "The river."},
      {"hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>open</w:t></w:r></w:p>", "open"},
      {"field",
       "<w:p><w:r><w:instrText>HYPERLINK "
       "x</w:instrText></w:r><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>",
       "link"},
      {"table of data",
       "<w:tbl><w:tr><w:tc>" + p("North") + "</w:tc><w:tc>" + p("12") + "</w:tc></w:tr><w:tr><w:tc>" + p("South") +
           "</w:tc><w:tc>" + p("7") + "</w:tc></w:tr></w:tbl>",
       "North 12\nSouth 7"},
      {"table as layout",
       "<w:tbl><w:tr><w:tc>" + p("One.") + p("Two.") + "</w:tc><w:tc>" + p("Three.") + "</w:tc></w:tr></w:tbl>",
       "One.\n\nTwo.\n\nThree."},
      {"table of contents",
       "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
       "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
           p("Chapter 1") + "</w:sdtContent></w:sdt>" + p("Text."),
       "Text."},
      {"content control", "<w:sdt><w:sdtPr/><w:sdtContent>" + p("Kept.") + "</w:sdtContent></w:sdt>", "Kept."},
      {"text box",
       "<w:p><w:r><w:t>Before</w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("Box.") +
           "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("Box.") +
           "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:r><w:t> after.</w:t></w:r></w:p>",
       "Before after.\n\nBox."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(text_of(row.body) == row.expected);
  }
}

TEST_CASE("DOCX: notes stand behind the text, in the order of their marks") {
  const std::string notes =
      "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"2\">" +
      p("First note.") + "</w:footnote><w:footnote w:id=\"1\">" + p("Second note.") + "</w:footnote></w:footnotes>";
  const std::string body = p("The river rose.") +
                           "<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id=\"2\"/><w:t>, two</w:t>"
                           "<w:footnoteReference w:id=\"1\"/><w:t>.</w:t></w:r></w:p>";
  const auto parsed = office::parse_docx(docx(body, {{"word/footnotes.xml", notes}}));
  REQUIRE(parsed.articles.size() == 1);
  CHECK(parsed.articles[0].article.text == "The river rose.\n\nOne, two.\n\nFirst note.\n\nSecond note.");
}

TEST_CASE("DOCX: styles and properties tell title, author and dates") {
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:styleId=\"Mein\"><w:name w:val=\"Mein\"/><w:basedOn w:val=\"Titel\"/></w:style></w:styles>";
  const std::string core =
      "<c:coreProperties xmlns:c=\"c\" xmlns:dc=\"dc\" xmlns:dcterms=\"t\"><dc:title>report_final.docx</dc:title>"
      "<dc:creator>Ann Lee</dc:creator><dcterms:created>2021-03-04T05:06:07Z</dcterms:created>"
      "<cp:keywords xmlns:cp=\"cp\">rain, river</cp:keywords></c:coreProperties>";
  const std::string body =
      "<w:p><w:pPr><w:pStyle w:val=\"Mein\"/></w:pPr><w:r><w:t>Flood in the valley</w:t></w:r></w:p>" +
      p("The river rose. People left.");
  const auto parsed = office::parse_docx(docx(body, {{"word/styles.xml", styles}, {"docProps/core.xml", core}}));
  REQUIRE(parsed.articles.size() == 1);
  const ArticleRecord& record = parsed.articles[0].article.record;
  CHECK(record.title == "Flood in the valley");
  CHECK(parsed.articles[0].article.text == "The river rose. People left.");
  CHECK(record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(record.date == "2021-03-04");
  CHECK(record.date_source == "created");
  CHECK(record.tags == std::vector<std::string>{"rain", "river"});
}

TEST_CASE("DOCX: a byline and a date in one paragraph") {
  const sandbox::Parsed parsed =
      office::parse_docx(docx("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>The river</w:t></w:r></w:p>"
                              "<w:p><w:r><w:t>By Jane Roe</w:t><w:br/><w:t>London, 4 March 2014</w:t></w:r></w:p>" +
                              p("The river rose in the night.")));
  REQUIRE(parsed.articles.size() == 1);
  CHECK(parsed.articles[0].article.record.authors == std::vector<std::string>{"Jane Roe"});
  CHECK(parsed.articles[0].article.record.date == "2014-03-04");
}

TEST_CASE("DOCX: what cannot be read says why") {
  CHECK(reason_of(test::pack({{"word/other.xml", "<x/>"}}, "zip", "none")).find("main part") != std::string::npos);
  CHECK(reason_of(docx("<w:p>")).find("damaged XML") != std::string::npos);
  CHECK(reason_of("PK\x03\x04 no zip").find("damaged") != std::string::npos);
  std::string wrapped = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(reason_of(wrapped).find("old Word") != std::string::npos);
  for (const char c : std::string("EncryptedPackage")) {
    wrapped.append(1, c).append(1, '\0');
  }
  CHECK(reason_of(wrapped) == "it is encrypted: save a copy without a password");
}

TEST_CASE("DOCX: entities of a document type stay outside") {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>The river &b;&f; rose.</w:t></w:r></w:p></w:body></w:document>";
  const auto parsed =
      office::parse_docx(test::pack({{"_rels/.rels", kRelations}, {"word/document.xml", bomb}}, "zip", "none"));
  REQUIRE(parsed.articles.size() == 1);
  CHECK(parsed.articles[0].article.text == "The river rose.");
}
