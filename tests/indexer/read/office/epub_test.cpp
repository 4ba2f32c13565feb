// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/epub.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/read/byte_source.h"
#include "tests/indexer/read/pack.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

const char* const kOpf =
    R"(<package xmlns:dc="dc"><metadata><dc:title>River tales</dc:title><dc:creator>Ann Lee</dc:creator>)"
    R"(<dc:creator>Jo Roe</dc:creator><dc:language>de-AT</dc:language><dc:date>2019-05-06</dc:date></metadata>)"
    R"(<manifest><item id="two" href="text/2.xhtml"/><item id="one" href="text/1%20a.xhtml"/>)"
    R"(<item id="nav" href="nav.xhtml" properties="nav"/></manifest>)"
    R"(<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>)";

test::Members book() {
  return {{"mimetype", "application/epub+zip"},
          {"META-INF/container.xml", R"(<c><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></c>)"},
          {"OPS/book.opf", kOpf},
          {"OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"},
          {"OPS/text/2.xhtml", "<html><body><p>The end.</p></body></html>"},
          {"OPS/text/1 a.xhtml", "<html><body><h1>One</h1><p>The river ro<i>se</i>.</p></body></html>"}};
}

}  // namespace

TEST_CASE("EPUB: chapters in reading order are one article") {
  const auto parsed = office::parse_epub(test::pack(book(), "zip", "none"));
  REQUIRE(parsed.articles.size() == 1);
  const Article& article = parsed.articles[0].article;
  CHECK(article.text == "One\n\nThe river rose.\n\nThe end.");
  CHECK(article.record.title == "River tales");
  CHECK(article.record.authors == std::vector<std::string>{"Ann Lee", "Jo Roe"});
  CHECK(article.record.language == "de");
  CHECK(article.record.date == "2019-05-06");
}

TEST_CASE("EPUB: scrambled fonts do not hide the text, scrambled chapters do") {
  for (const auto& row : {std::pair{"OPS/font.otf", true}, std::pair{"OPS/text/2.xhtml", false}}) {
    const auto& file = row.first;
    const auto& readable = row.second;
    test::Members members = book();
    members.emplace_back("META-INF/encryption.xml",
                         std::string("<e><EncryptedData><CipherData><CipherReference URI=\"") + file +
                             "\"/></CipherData></EncryptedData></e>");
    const std::string bytes = test::pack(members, "zip", "none");
    CAPTURE(file);
    if (readable) {
      CHECK(office::parse_epub(bytes).articles.size() == 1);
    } else {
      CHECK_THROWS_WITH_AS((void)office::parse_epub(bytes), "it is encrypted: save a copy without a password",
                           Unreadable);
    }
  }
}
