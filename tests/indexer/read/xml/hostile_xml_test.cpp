// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using test::Collected;
using test::read_as;

namespace {

std::string feed(const std::string& subset, const std::string& title) {
  return "<?xml version=\"1.0\"?><!DOCTYPE rss [" + subset + "]><rss><channel><item><guid>1</guid><title>" + title +
         "</title></item></channel></rss>";
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

}  // namespace

TEST_CASE("entities that a document declares are texts") {
  const Collected read = read_as("a.xml", feed("<!ENTITY a 'one'><!ENTITY b '&a; < two'>", "x &b; y"));
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.title == "x one < two y");
}

TEST_CASE("bombs of entities end") {
  std::string nested = "<!ENTITY l0 'lol'>";
  for (int i = 1; i < 20; ++i) {
    const std::string reference = "&l" + std::to_string(i - 1) + ";";
    nested += "<!ENTITY l" + std::to_string(i) + " '" + repeated(reference, 10) + "'>";
  }
  const std::string wide = "<!ENTITY a '" + std::string(60'000, 'x') + "'>";
  for (const std::string& bomb : {feed(nested, "&l19;"), feed(wide, repeated("&a;", 10'000))}) {
    const Collected read = read_as("a.xml", bomb);
    CHECK(read.articles.empty());
    REQUIRE(read.rejects.size() == 1);
    CHECK(read.rejects[0].reason.find("entities expand") != std::string::npos);
  }
}

TEST_CASE("no entity is read from a file or the network") {
  const test::TempDir folder;
  const std::string secret = folder.write("secret.txt", "a secret").string();
  for (const std::string& subset : {"<!ENTITY a SYSTEM 'file://" + secret + "'>", "<!ENTITY a SYSTEM '" + secret + "'>",
                                    std::string("<!ENTITY a SYSTEM 'http://127.0.0.1:9/'>"),
                                    "<!ENTITY % p SYSTEM 'file://" + secret + "'> %p; <!ENTITY a 'x'>"}) {
    CAPTURE(subset);
    const Collected read = read_as("a.xml", feed(subset, "x&a;y"));
    for (const Article& article : read.articles) {
      CHECK(article.record.title.find("secret") == std::string::npos);
    }
    CHECK(read.articles.size() + read.rejects.size() == 1);
  }
}

TEST_CASE("elements nested without end are a reject") {
  const Collected read = read_as("a.xml", "<rss><channel><item>" + repeated("<a>", 1'000'000));
  CHECK(read.articles.empty());
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("deep") != std::string::npos);
}

TEST_CASE("a feed that breaks off keeps the items before") {
  const Collected read = read_as("a.xml",
                                 "<rss><channel><item><guid>1</guid><title>One</title></item><item><guid>2</guid>"
                                 "<title>Tw");
  CHECK(read.ids() == std::vector<std::string>{"1"});
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("no well-formed XML at line 1") != std::string::npos);
}

TEST_CASE("control characters and bytes that are no UTF-8 cost no record") {
  using namespace std::string_literals;
  const Collected read = read_as(
      "a.xml",
      "<rss><channel><item><guid>1</guid><title>a\x01\x00 b \xC3\xA9\xC3\xA8 \xFF c</title></item></channel></rss>"s);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.title == "a b éè \xEF\xBF\xBD c");
}
