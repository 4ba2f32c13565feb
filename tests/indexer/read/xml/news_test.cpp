// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/read/xml/wikitext.h"
#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

namespace {

constexpr const char* kNitf = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.example/nitf-3-3.dtd">
<nitf change.date="June 10, 2005"><head><title>Other title</title><meta name="slug" content="river"/>
<docdata><doc-id id-string="n-1"/><date.issue norm="20070201T000000Z"/><doc.copyright holder="The Daily Ferry"/>
<identified-content><classifier class="indexing_service">Rivers</classifier></identified-content>
<key-list><keyword key="boats"/></key-list></docdata>
<pubdata name="Ferry" position.section="World" ex-ref="https://ferry.example/n-1"/></head>
<body><body.head><hedline><hl1>The river
 rose</hl1><hl2>And fell</hl2></hedline><byline>By <person>Jane Roe</person>, <byttl>Staff</byttl></byline>
<dateline><location>TOKYO</location></dateline><abstract><p>In short.</p></abstract></body.head>
<body.content><block class="lead_paragraph"><p>One.</p></block><block class="full_text"><p>One.</p><hl2>Part</hl2>
<p>Two <em>wo</em>rds.</p><media><media-caption>A boat</media-caption></media></block></body.content></body></nitf>)";

std::string news_item(const std::string& content, const std::string& guid = "urn:1") {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"" + guid + R"(" xml:lang="en-GB">
<itemMeta><provider literal="ferry.example"><name>Ferry Wire</name></provider>
<versionCreated>2018-11-21T16:25:32-05:00</versionCreated></itemMeta>
<contentMeta><contentCreated>2016-11-21T15:21:06-05:00</contentCreated><creator><name>Jane Roe</name></creator>
<language tag="de"/><subject qcode="a:1"><name>Rivers</name></subject><headline>The river</headline></contentMeta>
<contentSet>)" +
         content + "</contentSet></newsItem>";
}

}  // namespace

TEST_CASE("NITF") {
  const Collected read = read_as("a.xml", kNitf);
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "n-1");
  CHECK(article.record.title == "The river rose");
  CHECK(article.record.date == "2007-02-01");
  CHECK(article.record.source == "Ferry");
  CHECK(article.record.section == "World");
  CHECK(article.record.url == "https://ferry.example/n-1");
  CHECK(article.record.authors == Strings{"Jane Roe"});
  CHECK(article.record.tags == Strings{"Rivers", "boats"});
  CHECK(article.text == "One.\n\nPart\n\nTwo words.");
  CHECK(meta_of(article, "captions") == "A boat");
  CHECK(meta_of(article, "subtitle") == "And fell");
  CHECK(meta_of(article, "abstract") == "In short.");
  CHECK(meta_of(article, "slug") == "river");
}

TEST_CASE("NewsML-G2: items with text are articles, the others are counted") {
  const std::string message =
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" +
      news_item(
          "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>One.</p>"
          "<p>Two.</p></body></html></inlineXML>") +
      news_item(
          "<inlineXML><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.content><p>Three.</p>"
          "</body.content></body></nitf></inlineXML>",
          "urn:2") +
      news_item("<inlineData contenttype=\"text/plain\">Four &lt; five.</inlineData>", "urn:3") +
      news_item("<remoteContent href=\"a.jpg\"/>", "urn:4") +
      "<packageItem guid=\"urn:5\"/><planningItem/><conceptItem/><knowledgeItem/></itemSet></newsMessage>";
  const Collected read = read_as("a.xml", message);
  CHECK(read.ids() == Strings{"urn:1", "urn:2", "urn:3"});
  CHECK(read.skipped(read::Skip::NoArticle) == 5);
  const Article& first = read.articles[0];
  CHECK(first.record.title == "The river");
  CHECK(first.record.date == "2016-11-21");
  CHECK(first.record.source == "Ferry Wire");
  CHECK(first.record.authors == Strings{"Jane Roe"});
  CHECK(first.record.language == "de");
  CHECK(first.record.tags == Strings{"Rivers"});
  CHECK(first.text == "One.\n\nTwo.");
  CHECK(read.articles[1].text == "Three.");
  CHECK(read.articles[2].text == "Four < five.");
}

TEST_CASE(
    "the status of an item that was withdrawn, a provider with a code alone, and a byline whose parts have no blank "
    "between them") {
  std::string item = news_item("<inlineData>A text.</inlineData>");
  const std::string_view meta = "<itemMeta>";
  item.insert(item.find(meta) + meta.size(), "<pubStatus qcode=\"stat:canceled\"/>");
  CHECK(meta_of(read_as("a.xml", item).articles.at(0), "status") == "canceled");
  CHECK(meta_of(read_as("a.xml", news_item("<inlineData>A text.</inlineData>")).articles.at(0), "status") == "absent");
  std::string coded = news_item("<inlineData>A text.</inlineData>");
  const std::string_view named = "<provider literal=\"ferry.example\"><name>Ferry Wire</name></provider>";
  coded.replace(coded.find(named), named.size(), "<provider qcode=\"nprov:FERRY\"/>");
  CHECK(read_as("a.xml", coded).articles.at(0).record.source == "FERRY");
  std::string nitf = kNitf;
  const std::string_view between = "</person>, <byttl>";
  nitf.replace(nitf.find(between), between.size(), "</person><byttl>");
  CHECK(meta_of(read_as("a.xml", nitf).articles.at(0), "byline") == "By Jane Roe Staff");
}

TEST_CASE("Factiva's XML") {
  const Collected read = read_as("a.xml", R"(<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
<ppsarticleResultSet count="1"><ppsarticle><article><accessionNo>F1</accessionNo><baseLanguage>EN</baseLanguage>
<headline><paragraph>The <hlt>river</hlt> rose</paragraph></headline><byline>By Jane Roe</byline>
<leadParagraph><paragraph>A
 lead.</paragraph></leadParagraph><publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate>
<sourceName>Ferry</sourceName><region code="usa"><name>United States</name></region>
<newsSubject code="g"><name>Rivers</name></newsSubject><descField code="a">X</descField><descField code="b">Y</descField>
<tailParagraphs><paragraph>A tail.</paragraph></tailParagraphs><wordCount>4</wordCount></article></ppsarticle>
</ppsarticleResultSet></ppsArticleResponse></PPSResponse>)");
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "F1");
  CHECK(article.record.title == "The river rose");
  CHECK(article.record.date == "2012-01-09");
  CHECK(article.record.authors == Strings{"Jane Roe"});
  CHECK(article.record.tags == Strings{"Rivers"});
  CHECK(article.text == "A lead.\n\nA tail.");
  CHECK(meta_of(article, "wordCount") == "4");
  CHECK(meta_of(article, "descField") == "X; Y");
  CHECK(meta_of(article, "region") == "United States");
}

TEST_CASE("a dump of MediaWiki") {
  const Collected read =
      read_as("dump.xml", R"(<mediawiki xml:lang="en"><siteinfo><sitename>Ferrypedia</sitename></siteinfo>
<page><title>River</title><ns>0</ns><id>7</id><revision><id>8</id><timestamp>2014-08-24T22:39:11Z</timestamp>
<text>The '''river''' [[Elbe|rose]].</text></revision></page>
<page><title>Talk:River</title><ns>1</ns><id>9</id><revision><text>x</text></revision></page>
<page><title>Stream</title><ns>0</ns><id>10</id><redirect title="River"/><revision><text>x</text></revision></page>
</mediawiki>)");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.skipped(read::Skip::NoArticle) == 2);
  CHECK(read.articles[0].record.id == "7");
  CHECK(read.articles[0].record.source == "Ferrypedia");
  CHECK(read.articles[0].record.date.empty());
  CHECK(read.articles[0].text == "The river rose.");
}

TEST_CASE("wikitext") {
  const std::pair<const char*, const char*> rows[] = {
      {"A [[b]] and [[c|d]]s.", "A b and ds."},
      {"== Head ==\nOne.\n* a\n* b", "Head\n\nOne.\n\na\n\nb"},
      {"A{{cite {{x}} }}B<ref name=\"a\">no</ref>C<ref name=\"a\"/>D<!-- no -->", "ABCD"},
      {"{| class=x\n|-\n| cell\n|}\nText.", "Text."},
      {"[[File:a.jpg|thumb|A [[b]] caption]]Text.", "Text."},
      {"[https://x.example the label] &amp; ''more''", "the label & more"},
      {"{{open", ""},
  };
  for (const auto& row : rows) {
    const auto& wikitext = row.first;
    const auto& text = row.second;
    CAPTURE(wikitext);
    CHECK(read::xml::wikitext_to_text(wikitext) == text);
  }
}

TEST_CASE("NewsML 1") {
  const Collected read = read_as("a.xml", R"(<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope/>
<NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>ferry.example</ProviderId>
<DateId>20190121</DateId><PublicIdentifier>urn:newsml:ferry.example:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20190121T104233+0000</FirstCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Le fleuve monte</HeadLine><ByLine>Par Jeanne Roux</ByLine><DateLine>Paris</DateLine>
</NewsLines><AdministrativeMetadata><Provider><Party FormalName="Agence du Bac"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="fr"/><Property FormalName="Keyword" Value="fleuve"/></DescriptiveMetadata>
<ContentItem><DataContent><nitf><body><body.content><p>Il a <em>plu</em>.</p></body.content></body></nitf></DataContent>
</ContentItem></NewsComponent></NewsItem>
<NewsItem><Identification/><NewsComponent><NewsComponent><Role FormalName="Title"/><ContentItem>
<DataContent>A title</DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Body"/><NewsLines>
<HeadLine>A title</HeadLine><KeywordLine>PRESS</KeywordLine></NewsLines><ContentItem>
<DataContent>It &lt;b&gt;rained&lt;/b&gt;.</DataContent></ContentItem><ContentItem><DataContent><html><body><p>And on.</p>
</body></html></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>
<NewsItem><NewsComponent><ContentItem Href="a.jpg"><Encoding Notation="Base64"><DataContent>AAAA</DataContent></Encoding>
</ContentItem></NewsComponent></NewsItem></NewsML>)");
  REQUIRE(read.articles.size() == 2);
  const Article& first = read.articles[0];
  CHECK(first.record.id == "urn:newsml:ferry.example:1");
  CHECK(first.record.title == "Le fleuve monte");
  CHECK(first.record.authors == Strings{"Jeanne Roux"});
  CHECK(first.record.date == "2019-01-21");
  CHECK(first.record.source == "Agence du Bac");
  CHECK(first.record.language == "fr");
  CHECK(first.record.tags == Strings{"fleuve"});
  CHECK(first.text == "Il a plu.");
  CHECK(meta_of(first, "dateline") == "Paris");
  CHECK(read.articles[1].record.title == "A title");
  CHECK(read.articles[1].record.tags == Strings{"PRESS"});
  CHECK(read.articles[1].text == "It rained.\n\nAnd on.");
  CHECK(read.skipped(read::Skip::NoArticle) == 1);
}
