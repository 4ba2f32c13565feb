// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/odt.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/read/byte_source.h"
#include "tests/indexer/read/pack.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

constexpr const char* kNamespaces =
    R"(xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:style="s" xmlns:meta="m" xmlns:dc="dc")";

std::string odt(const std::string& body, const std::string& meta = "", const std::string& manifest = "<m/>",
                const std::string& automatic = "", const std::string& named = "") {
  const std::string content = std::string("<office:document-content ") + kNamespaces +
                              "><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" "
                              "style:parent-style-name=\"Title\"/>" +
                              automatic + "</office:automatic-styles><office:body><office:text>" + body +
                              "</office:text></office:body></office:document-content>";
  test::Members members = {{"mimetype", "application/vnd.oasis.opendocument.text"},
                           {"content.xml", content},
                           {"styles.xml", std::string("<office:document-styles ") + kNamespaces + "><office:styles>" +
                                              named + "</office:styles></office:document-styles>"},
                           {"META-INF/manifest.xml", manifest}};
  if (!meta.empty()) {
    members.emplace_back("meta.xml",
                         std::string("<office:document-meta ") + kNamespaces + ">" + meta + "</office:document-meta>");
  }
  return test::pack(members, "zip", "none");
}

std::string odt_style(const char* family, const char* name, const char* parent, const char* display) {
  const std::string properties =
      *display == '\0' ? "" : std::string("<style:text-properties text:display=\"") + display + "\"/>";
  return std::string("<style:style style:family=\"") + family + "\" style:name=\"" + name +
         "\" style:parent-style-name=\"" + parent + "\">" + properties + "</style:style>";
}

}  // namespace

TEST_CASE("ODT: hidden text is none, whatever hides it") {
  struct Row {
    const char* name;
    const char* body;
    const char* text;
  };
  const Row rows[] = {
      {"a span", "<text:p>Open<text:span text:style-name=\"T1\"> secret</text:span>.</text:p>", "Open."},
      {"a paragraph", "<text:p><text:hidden-paragraph text:is-hidden=\"true\"/>secret</text:p><text:p>Open.</text:p>",
       "Open."},
      {"a paragraph that is shown", "<text:p><text:hidden-paragraph text:is-hidden=\"false\"/>Open.</text:p>", "Open."},
      {"a span inside one",
       "<text:p>Open<text:span text:style-name=\"T1\"> a<text:span>b<text:s/></text:span></text:span>.</text:p>",
       "Open."},
      {"shown inside a hidden one",
       "<text:p>Open<text:span text:style-name=\"T1\"> a<text:span text:style-name=\"T2\">, "
       "too</text:span></text:span>.</text:p>",
       "Open, too."},
      {"a paragraph", "<text:p>Open.</text:p><text:p text:style-name=\"P2\">Secret.</text:p>", "Open."},
      {"a style made from one of styles.xml", "<text:p>Open.</text:p><text:p text:style-name=\"P3\">Secret.</text:p>",
       "Open."},
      {"a style of characters with the name of one of paragraphs",
       "<text:p>Open<text:span text:style-name=\"P2\"> too</text:span>.</text:p>", "Open too."},
      {"a section", "<text:p>Open.</text:p><text:section text:display=\"none\"><text:p>Secret.</text:p></text:section>",
       "Open."},
      {"a section whose condition is met",
       "<text:p>Open.</text:p><text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>Secret.</text:p>"
       "</text:section><text:section><text:p>Shown.</text:p></text:section>",
       "Open.\n\nShown."},
  };
  const std::string automatic = odt_style("text", "T1", "", "none") + odt_style("text", "T2", "", "true") +
                                odt_style("paragraph", "P2", "", "none") + odt_style("paragraph", "P3", "Memo", "");
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto parsed = office::parse_odt(odt(std::string("<text:p>The river rose.</text:p>") + row.body, "", "<m/>",
                                              automatic, odt_style("paragraph", "Memo", "Memo", "none")));
    REQUIRE(parsed.articles.size() == 1);
    CHECK(parsed.articles[0].article.text == std::string("The river rose.\n\n") + row.text);
  }
}

TEST_CASE("ODT: what its readers see is its text") {
  const auto parsed = office::parse_odt(
      odt("<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
          "<text:p text:style-name=\"P1\">Flood in the valley</text:p>"
          "<text:p>The  river\n<text:span>ro</text:span>se<text:note><text:note-citation>1</text:note-citation>"
          "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>."
          "<office:annotation><text:p>A remark.</text:p></office:annotation><text:s "
          "text:c=\"3\"/>It<text:line-break/>fell.</text:p>"
          "<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></"
          "text:list-item></text:list>"
          "<table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>"
          "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
          "<text:table-of-content><text:p>Chapter 1</text:p></text:table-of-content>",
          "<office:meta><meta:initial-creator>Ann Lee</meta:initial-creator><dc:creator>Jo Roe</dc:creator>"
          "<meta:creation-date>2020-01-02T03:04:05</meta:creation-date><meta:keyword>a</meta:keyword>"
          "<meta:keyword>b</meta:keyword></office:meta>"));
  REQUIRE(parsed.articles.size() == 1);
  const Article& article = parsed.articles[0].article;
  CHECK(article.record.title == "Flood in the valley");
  CHECK(article.text == "The river rose. It\nfell.\n\nOne\n\nTwo\n\nNorth 12\n\nA note.");
  CHECK(article.record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(article.record.date == "2020-01-02");
  CHECK(article.record.tags == std::vector<std::string>{"a", "b"});
}

TEST_CASE("ODT: an encrypted document says so") {
  const std::string manifest = "<manifest:m xmlns:manifest=\"x\"><manifest:encryption-data/></manifest:m>";
  CHECK_THROWS_WITH_AS((void)office::parse_odt(odt("", "", manifest)),
                       "it is encrypted: save a copy without a password", Unreadable);
}
