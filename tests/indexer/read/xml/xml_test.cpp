// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/read/xml/prologue.h"
#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

namespace {

constexpr const char* kArchive = R"(<?xml version="1.0"?><archive><about><title>An archive</title></about>
<doc nr="d1"><head><heading>The river</heading><day>2023-06-19</day></head>
<words><p>One <b>bo</b>ld.</p><q>Two.</q><p>Three.</p></words></doc>
<doc nr="d2"><head><heading>The ferry</heading></head><words><p>Four.</p></words></doc></archive>)";

Collected read_mapped(std::vector<std::pair<std::string, std::string>> map, const char* xml = kArchive) {
  read::ReadOptions options;
  options.map = std::move(map);
  return read_as("a.xml", xml, options);
}

}  // namespace

TEST_CASE("XML of any kind by --map") {
  const std::vector<std::vector<std::pair<std::string, std::string>>> maps = {
      {{"text", "words"}, {"title", "head.heading"}, {"id", "nr"}, {"date", "head.day"}},
      {{"text", "words"}, {"title", "head/heading"}, {"id", "@nr"}, {"date", "head/day"}},
      {{"text", "/archive/doc/words"},
       {"title", "/archive/doc/head/heading"},
       {"id", "/archive/doc/@nr"},
       {"date", "/archive/doc/head/day"}},
  };
  for (const auto& map : maps) {
    CAPTURE(map[1].second);
    const Collected read = read_mapped(map);
    CHECK(read.rejects.empty());
    CHECK(read.ids() == Strings{"d1", "d2"});
    CHECK(read.articles[0].record.title == "The river");
    CHECK(read.articles[0].record.date == "2023-06-19");
    CHECK(read.articles[0].text == "One bold.\n\nTwo.\n\nThree.");
    CHECK(read.articles[1].text == "Four.");
  }
  CHECK(read_mapped({{"text", "words.p"}}).articles[0].text == "One bold.\n\nThree.");
  CHECK(read_mapped({{"text", "words"}}).ids() == Strings{"a.xml:1", "a.xml:2"});
}

TEST_CASE("XML of any kind by the names that keys have") {
  const Collected read = read_as("a.xml", R"(<items><item id="7" lang="en"><headline>The river</headline>
<published>2023-06-19</published><body><p>One.</p><p>Two.</p></body><word_count>2</word_count></item></items>)");
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "7");
  CHECK(article.record.title == "The river");
  CHECK(article.record.date == "2023-06-19");
  CHECK(article.text == "One.\n\nTwo.");
  CHECK(meta_of(article, "word_count") == "2");
}

TEST_CASE("XML whose elements tell nothing is a reject that says what to do") {
  for (const char* const xml : {kArchive, "<a><b>The river rose.</b></a>", "<a>", "<a/>"}) {
    CAPTURE(xml);
    const Collected read = read_as("a.xml", xml);
    CHECK(read.articles.empty());
    REQUIRE(read.rejects.size() == 1);
    CHECK(read.rejects[0].reason.find("--map text=") != std::string::npos);
  }
  const Collected read = read_mapped({{"text", "/archive/nothing/words"}});
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("no element /archive/nothing") != std::string::npos);
}

TEST_CASE("encodings of XML") {
  const Collected latin = read_as("a.xml",
                                  "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><guid>1"
                                  "</guid><title>M\xFCller</title></item></channel></rss>");
  REQUIRE(latin.articles.size() == 1);
  CHECK(latin.articles[0].record.title == "Müller");
  CHECK(latin.noted(read::Note::Encoding));
  std::u16string wide =
      u"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><item><guid>1</guid>"
      u"<title>M\u00FCller</title></item></channel></rss>";
  const std::string bytes(reinterpret_cast<const char*>(wide.data()), wide.size() * 2);
  const Collected utf16 = read_as("a.xml", bytes);
  REQUIRE(utf16.articles.size() == 1);
  CHECK(utf16.articles[0].record.title == "Müller");
  // It says that it is Latin-1, but is not.
  const Collected wrong = read_as("a.xml",
                                  "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><guid>1"
                                  "</guid><title>Müller</title></item></channel></rss>");
  REQUIRE(wrong.articles.size() == 1);
  CHECK(wrong.articles[0].record.title == "Müller");
}

TEST_CASE("the first element of a document") {
  const std::pair<const char*, const char*> rows[] = {
      {"<?xml version='1.0'?><!-- <a> --><!DOCTYPE b [<!ENTITY c '>'>]><x:d y='1'>", "d"},
      {"<rss>", "rss"},
      {"<a/>", "a"},
      {"text", ""},
      {"<!DOCTYPE x [", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    const auto& front = row.first;
    const auto& root = row.second;
    CAPTURE(front);
    CHECK(read::xml::root_of(front) == root);
  }
}

TEST_CASE("XML of no known kind that is met in a folder is skipped, unless somebody says that it is news") {
  const test::TempDir folder;
  folder.write("in/settings.xml", "<settings><colour>red</colour></settings>");
  const Collected met = test::collect(folder.path() / "in");
  CHECK(met.rejects.empty());
  CHECK(met.skipped(read::Skip::Unknown) == 1);
  read::ReadOptions options;
  options.inputs = {(folder.path() / "in").string()};
  options.format = "xml";
  CHECK(test::collect(options).rejects.size() == 1);
}
