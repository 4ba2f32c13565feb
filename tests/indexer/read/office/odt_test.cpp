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

std::string odt(const std::string& body, const std::string& meta = "", const std::string& manifest = "<m/>") {
  const std::string content =
      std::string("<office:document-content ") + kNamespaces +
      "><office:automatic-styles><style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"
      "</office:automatic-styles><office:body><office:text>" +
      body + "</office:text></office:body></office:document-content>";
  test::Members members = {{"mimetype", "application/vnd.oasis.opendocument.text"},
                           {"content.xml", content},
                           {"META-INF/manifest.xml", manifest}};
  if (!meta.empty()) {
    members.emplace_back("meta.xml",
                         std::string("<office:document-meta ") + kNamespaces + ">" + meta + "</office:document-meta>");
  }
  return test::pack(members, "zip", "none");
}

}  // namespace

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
