// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

TEST_CASE("names that were escaped once more") {
  const Collected read =
      read_as("feed.xml",
              "<rss><channel><title>Sea &amp;amp; Port</title><item><title>It&amp;#8217;s</title>"
              "<author>Smith &amp;amp; Sons</author><category><![CDATA[Arts &amp; Culture]]></category></item>"
              "</channel></rss>");
  REQUIRE(read.articles.size() == 1);
  const ArticleRecord& record = read.articles[0].record;
  CHECK(record.title == "It’s");
  CHECK(record.source == "Sea & Port");
  CHECK(record.authors == Strings{"Smith & Sons"});
  CHECK(record.tags == Strings{"Arts & Culture"});
}

TEST_CASE("what an export of WordPress has beside posts is no article") {
  const auto item = [](const char* type) {
    return std::string("<item><title>") + type + "</title><wp:post_type>" + type + "</wp:post_type></item>";
  };
  std::string items;
  for (const char* const type : {"post", "attachment", "nav_menu_item", "page", "revision", "news"}) {
    items += item(type);
  }
  const Collected read =
      read_as("wxr.xml", "<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>" + items +
                             "</channel></rss>");
  std::vector<std::string> titles;
  for (const Article& article : read.articles) {
    titles.push_back(article.record.title);
  }
  CHECK(titles == std::vector<std::string>{"post", "page", "news"});
  CHECK(read.skipped(read::Skip::NoArticle) == 3);
}

TEST_CASE("RSS 2.0") {
  const Collected read = read_as("feed.rss", R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Daily Ferry</title><link>https://ferry.example/</link><language>en-us</language>
<atom:link href="https://ferry.example/feed" rel="self"/>
<item><title>The river &amp;amp; the ferry</title><media:title>A picture</media:title>
<link>https://ferry.example/1</link><guid isPermaLink="false">tag:1</guid><dc:creator><![CDATA[Jane Roe]]></dc:creator>
<pubDate>Mon, 19 Jun 2023 10:22:33 +0200</pubDate><category>Rivers</category><category>Boats</category>
<description><![CDATA[<p>A summary.</p>]]></description>
<content:encoded><![CDATA[<p>One&nbsp;para.</p><script>x()</script><p>Two <b>bo</b>ld.</p>]]></content:encoded>
<comments>https://ferry.example/1#c</comments></item>
<item><title>Second</title><guid>https://ferry.example/2</guid><author>jane@ferry.example (Jane Roe)</author>
<description>Plain, a &lt; b.</description><pubDate>someday</pubDate></item>
</channel></rss>)");
  REQUIRE(read.articles.size() == 2);
  const Article& first = read.articles[0];
  CHECK(first.record.id == "tag:1");
  CHECK(first.record.title == "The river & the ferry");
  CHECK(first.record.url == "https://ferry.example/1");
  CHECK(first.record.date == "2023-06-19");
  CHECK(first.record.source == "The Daily Ferry");
  CHECK(first.record.authors == Strings{"Jane Roe"});
  CHECK(first.record.language == "en");
  CHECK(first.record.tags == Strings{"Rivers", "Boats"});
  CHECK(first.text == "One\xC2\xA0para.\n\nTwo bold.");
  CHECK(meta_of(first, "description") == "A summary.");
  CHECK(meta_of(first, "comments") == "https://ferry.example/1#c");
  const Article& second = read.articles[1];
  CHECK(second.record.url == "https://ferry.example/2");
  CHECK(second.record.authors == Strings{"Jane Roe"});
  CHECK(second.text == "Plain, a < b.");
  CHECK(second.record.date.empty());
  CHECK(meta_of(second, "date") == "someday");
  CHECK(read.noted(read::Note::BadDate));
}

TEST_CASE("what WordPress exports of the classic editor is written in lines") {
  const auto text_of_export = [](const std::string& content, const std::string& type) {
    const Collected read =
        read_as("blog.xml",
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Ferry</title><item><title>Boats</title>"
                "<link>https://ferry.example/1</link><content:encoded><![CDATA[" +
                    content + "]]></content:encoded>" + type + "</item></channel></rss>");
    REQUIRE(read.articles.size() == 1);
    return read.articles[0].text;
  };
  const std::string post = "<wp:post_type><![CDATA[post]]></wp:post_type>";
  CHECK(text_of_export("One.\n\nTwo &amp; <em>three</em>.\n\n<p>Four.\n\nFive.</p>", post) ==
        "One.\n\nTwo & three.\n\nFour.\n\nFive.");
  CHECK(text_of_export("<!-- wp:paragraph -->\n<p>One\n\ntwo.</p>\n<!-- /wp:paragraph -->", post) == "One two.");
  CHECK(text_of_export("<p>One\n\ntwo.</p>", "") == "One two.");
  CHECK(text_of_export("One.\n\nTwo <b>three</b>.", "") == "One.\n\nTwo three.");
}

TEST_CASE("RSS 1.0") {
  const Collected read = read_as("feed.xml", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://ferry.example/"><title>Ferry</title></channel>
<item rdf:about="https://ferry.example/1"><title>The river</title><link>https://ferry.example/1</link>
<description>It rose.</description><dc:date>2005-03-01T10:00:00Z</dc:date></item></rdf:RDF>)");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.id == "https://ferry.example/1");
  CHECK(read.articles[0].record.date == "2005-03-01");
  CHECK(read.articles[0].record.source == "Ferry");
  CHECK(read.articles[0].text == "It rose.");
}

TEST_CASE("RSS: a date that is empty or cannot be read hides no other") {
  for (const std::string published : {"<pubDate></pubDate>", "<pubDate>soon</pubDate>", ""}) {
    CAPTURE(published);
    const Collected read =
        read_as("feed.xml", R"(<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<item><title>The river</title>)" +
                                published + R"(<description>It rose.</description>
<dc:date>2005-03-01T10:00:00Z</dc:date></item></channel></rss>)");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.date == "2005-03-01");
  }
}

TEST_CASE("Atom") {
  const Collected read = read_as("feed", R"(<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Ferry</title><author><name>The Desk</name></author><updated>2023-06-20T00:00:00Z</updated>
<entry><id>urn:1</id><title type="html">The &lt;i&gt;river&lt;/i&gt;</title>
<link rel="edit" href="https://ferry.example/edit"/><link href="https://ferry.example/1"/>
<published>2023-06-18T10:00:00+02:00</published><updated>2023-06-20T00:00:00Z</updated>
<author><name>Jane Roe</name></author><category term="r" label="Rivers"/><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>para</em>.</p><ul><li>a</li><li>b</li></ul>
</div></content></entry>
<entry><id>urn:2</id><title>Second</title><updated>2023-06-21T00:00:00Z</updated>
<content type="html">&lt;p&gt;It fell.&lt;/p&gt;</content></entry></feed>)");
  REQUIRE(read.articles.size() == 2);
  const Article& first = read.articles[0];
  CHECK(first.record.title == "The river");
  CHECK(first.record.url == "https://ferry.example/1");
  CHECK(first.record.date == "2023-06-18");
  CHECK(first.record.authors == Strings{"Jane Roe"});
  CHECK(first.record.tags == Strings{"Rivers"});
  CHECK(first.text == "One para.\n\na\n\nb");
  CHECK(meta_of(first, "summary") == "Short.");
  CHECK(meta_of(first, "updated") == "2023-06-20T00:00:00Z");
  CHECK(read.articles[1].record.date == "2023-06-21");
  CHECK(read.articles[1].record.authors == Strings{"The Desk"});
  CHECK(read.articles[1].text == "It fell.");
}

TEST_CASE("a feed with faults loses no word") {
  const Collected read = read_as("feed.xml", R"(<rss><channel><title>R&D news</title>
<item><guid>1</guid><title>AT&T & Co: &eacute;t&eacute; &unknown; &amp; more</title><description>One<br>two.</description></item>
<item><guid>2</guid><title>Second &amp; last</title></item></channel></rss>)");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].record.title == "AT&T & Co: été &unknown; & more");
  CHECK(read.articles[1].record.title == "Second & last");
}

TEST_CASE("Atom: language and base of the feed, descriptions of videos, entries of a blog's export that are no posts") {
  const Collected read = read_as("feed.atom", R"(<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://ferry.example/de/"><title>Ferry</title>
<entry><id>1</id><title>One</title><link href="../2014/1.html"/><summary>Ein Text.</summary></entry>
<entry xml:lang="fr" xml:base="fr/"><id>2</id><title>Two</title><link href="2.html"/><summary>Un texte.</summary></entry>
<entry xmlns:media="http://search.yahoo.com/mrss/"><id>3</id><title>Video</title>
<media:group><media:description>What the video shows.</media:description></media:group></entry>
<entry><id>4</id><title>Zone</title><content>London</content>
<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#settings"/></entry>
<entry><id>5</id><title>Post</title><content>A post.</content><category term="boats"/>
<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/></entry>
</feed>)");
  REQUIRE(read.ids() == Strings{"1", "2", "3", "5"});
  CHECK(read.articles[0].record.url == "https://ferry.example/2014/1.html");
  CHECK(read.articles[0].record.language == "de");
  CHECK(read.articles[1].record.url == "https://ferry.example/de/fr/2.html");
  CHECK(read.articles[1].record.language == "fr");
  CHECK(read.articles[2].text == "What the video shows.");
  CHECK(read.articles[3].record.tags == Strings{"boats"});
  CHECK(read.skipped(read::Skip::NoArticle) == 1);
}

TEST_CASE("Atom: a feed that is said to be in English may be in any language") {
  const Collected read = read_as("feed.atom",
                                 R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ferry</title>
<entry><id>1</id><title>One</title></entry><entry xml:lang="en"><id>2</id><title>Two</title></entry></feed>)");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].record.language.empty());
  CHECK(read.articles[1].record.language == "en");
}

TEST_CASE("RSS: what a recording is about is the text where there is no other") {
  const Collected read = read_as("feed.rss", R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Ferry</title>
<item><guid>1</guid><title>One</title><description></description><itunes:summary>About boats.</itunes:summary></item>
<item><guid>2</guid><title>Two</title><description>A text.</description><itunes:summary>More.</itunes:summary></item>
</channel></rss>)");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].text == "About boats.");
  CHECK(meta_of(read.articles[0], "itunes:summary") == "absent");
  CHECK(read.articles[1].text == "A text.");
  CHECK(meta_of(read.articles[1], "itunes:summary") == "More.");
}

TEST_CASE("an export of WordPress: codes in brackets") {
  const Collected read = read_as("wxr.xml", R"(<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ferry</title><item><title>One</title>
<content:encoded><![CDATA[[caption id="a" width="3"]The boat[/caption] sank [sic] at [ noon. [gallery ids="1,2"]]]></content:encoded>
<wp:post_type>post</wp:post_type></item></channel></rss>)");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "The boat sank [sic] at [ noon.");
}

TEST_CASE("an export of WordPress: the author as the blog shows him, the day of a draft") {
  const Collected read = read_as("wxr.xml", R"(<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ferry</title><wp:author><wp:author_login>jroe</wp:author_login>
<wp:author_display_name>Jane Roe</wp:author_display_name></wp:author>
<item><title>One</title><pubDate></pubDate><dc:creator>jroe</dc:creator><wp:post_date>2014-03-04 10:22:33</wp:post_date>
<wp:post_type>post</wp:post_type></item></channel></rss>)");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.authors == Strings{"Jane Roe"});
  CHECK(read.articles[0].record.date == "2014-03-04");
}

namespace {

/// "id | date | url | authors | tags | text" of the only article of an RSS feed; lists joined by a plus.
std::string item_of(const std::string& item, const std::string& channel = "") {
  const Collected read = read_as(
      "feed.xml",
      "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:a10=\"http://www.w3.org/2005/Atom\" xmlns:itunes=\"http://www.itunes.com/DTDs/Podcast-1.0.dtd\" "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:wp=\"http://wordpress.org/export/1.2/\">"
      "<channel>" +
          channel + "<item><guid isPermaLink=\"false\">1</guid>" + item + "</item></channel></rss>");
  REQUIRE(read.articles.size() == 1);
  const auto joined = [](const Strings& all) {
    std::string text;
    for (const std::string& one : all) {
      text.append(text.empty() ? "" : " + ").append(one);
    }
    return text;
  };
  const ArticleRecord& record = read.articles[0].record;
  return record.date + " | " + record.url + " | " + joined(record.authors) + " | " + joined(record.tags) + " | " +
         read.articles[0].text;
}

}  // namespace

TEST_CASE("RSS: fields of other vocabularies") {
  struct Row {
    const char* item;
    const char* expected;
  };
  const Row rows[] = {
      {"<title>T</title><pubDate>Thu, 07 Dec 17 10:00:29 -0800</pubDate>", "2017-12-07 |  |  |  | "},
      {"<title>T</title><dc:date>2005-03-01</dc:date>", "2005-03-01 |  |  |  | "},
      {"<title>T</title><dcterms:issued>2002-09-28T10:00:00Z</dcterms:issued>", "2002-09-28 |  |  |  | "},
      {"<title>T</title><a10:updated>2017-12-07T10:00:29Z</a10:updated>", "2017-12-07 |  |  |  | "},
      {"<title>T</title><pubDate>Fri, 01 Mar 2019 10:00:00 "
       "GMT</pubDate><a10:updated>2020-12-07T10:00:29Z</a10:updated>",
       "2019-03-01 |  |  |  | "},
      {"<title>T</title><a10:link href=\"http://a.example/5\"/><a10:author><a10:name>Jane Roe</a10:name></a10:author>",
       " | http://a.example/5 | Jane Roe |  | "},
      {"<title>T</title><author>Simon Lee (mailto:simon@a.example)</author>", " |  | Simon Lee |  | "},
      {"<title>T</title><author>Simon Lee &lt;simon@a.example&gt;</author>", " |  | Simon Lee |  | "},
      {"<title>T</title><author>simon@a.example (Simon Lee)</author>", " |  | Simon Lee |  | "},
      {"<title>T</title><itunes:author>Jane Roe</itunes:author><itunes:keywords>rivers, boats</itunes:keywords>",
       " |  | Jane Roe | rivers + boats | "},
      {"<title>T</title><dc:creator>Jane Roe</dc:creator><itunes:author>Radio</itunes:author>", " |  | Jane Roe |  | "},
      {"<title>T</title><dc:subject>rivers</dc:subject><dc:subject><rdf:Bag><rdf:value>boats</rdf:value></rdf:Bag>"
       "</dc:subject>",
       " |  |  | rivers + boats | "},
      {"<dc:description>It rose.</dc:description>", " |  |  |  | It rose."},
      {"<itunes:summary>It rose.</itunes:summary>", " |  |  |  | It rose."},
      {"<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>It rose.</p></body>", " |  |  |  | It rose."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.item);
    CHECK(item_of(row.item) == row.expected);
  }
}

TEST_CASE("RSS: an author of whom there is an address alone, and elements of one name, are metadata") {
  const Collected read =
      read_as("feed.xml",
              "<rss><channel><item><title>T</title><author>simon@a.example</author><dc:publisher>One</dc:publisher>"
              "<dc:publisher>Two</dc:publisher></item></channel></rss>");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.authors.empty());
  CHECK(meta_of(read.articles[0], "author") == "simon@a.example");
  CHECK(meta_of(read.articles[0], "dc:publisher") == R"(["One","Two"])");
}

TEST_CASE("an export of WordPress: days and authors") {
  const std::string authors =
      "<wp:author><wp:author_login>admin</wp:author_login><wp:author_display_name/></wp:author>"
      "<wp:author><wp:author_login>h@a.example</wp:author_login>"
      "<wp:author_display_name><![CDATA[Hermione Granger]]></wp:author_display_name></wp:author>";
  struct Row {
    const char* item;
    const char* expected;
  };
  const Row rows[] = {
      {"<title>T</title><pubDate>Sat, 21 May 2011 00:49:43 +0000</pubDate><wp:post_type>post</wp:post_type>"
       "<wp:post_date>2011-05-20 18:49:43</wp:post_date><dc:creator>h@a.example</dc:creator>",
       "2011-05-20 |  | Hermione Granger |  | "},
      {"<title>T</title><pubDate>Tue, 30 Nov 1999 00:00:00 +0000</pubDate><wp:post_type>post</wp:post_type>"
       "<wp:post_date>0000-00-00 00:00:00</wp:post_date><dc:creator>admin</dc:creator>",
       " |  | admin |  | "},
      {"<title>T</title><wp:post_type>post</wp:post_type><dc:creator>bo</dc:creator>"
       "<category domain=\"author\" nicename=\"bo\">Bo Poe</category>"
       "<category domain=\"author\" nicename=\"al\">Al Gee</category><category domain=\"post_tag\">sea</category>",
       " |  | Bo Poe + Al Gee | sea | "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.item);
    CHECK(item_of(row.item, authors) == row.expected);
  }
}

TEST_CASE("a title in which a hard blank is half of a mangled letter keeps it, to be mended") {
  const Collected read =
      read_as("feed.xml", "<rss><channel><item><title>Accords Ã\u00A0 Paris</title></item></channel></rss>");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.title == "Accords Ã\u00A0 Paris");
}
