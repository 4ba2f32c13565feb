// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nutgraf::read::html;

namespace {

const std::string kProse =
    "<p>The ferry company said on Monday that two more boats would run between the island and the mainland.</p>"
    "<p>Residents welcomed the news, but asked the council to mend the access road before the season begins.</p>";
const std::string kProseText =
    "The ferry company said on Monday that two more boats would run between the island and the mainland.\n\n"
    "Residents welcomed the news, but asked the council to mend the access road before the season begins.";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body + "</body></html>";
}

std::string json_ld(const std::string& members) {
  return R"(<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",)" + members +
         "}</script>";
}

nutgraf::ArticleRecord record_of(const std::string& html) {
  return extract(html, {}).article.record;
}

}  // namespace

TEST_CASE("the text of a page is its article, without what surrounds it") {
  struct Row {
    const char* name;
    std::string body;
  };
  const Row rows[] = {
      {"article element", "<nav><a href=/a>News</a></nav><article>" + kProse + "</article><footer>Imprint</footer>"},
      {"microdata",
       "<div><div itemprop=articleBody>" + kProse + "</div><p>Our shop sells boats, ropes and nets.</p></div>"},
      {"class of a body", "<div class=wrap><div class=\"story-body\">" + kProse + "</div><div>Tide tables</div></div>"},
      {"no sign at all", "<div><table><tr><td><a href=/>Home</a></td><td>" + kProse + "</td></tr></table></div>"},
      {"share buttons", "<article><div class=share-tools>Share this story</div>" + kProse + "</article>"},
      {"related stories",
       "<article>" + kProse +
           "<div class=related-articles><p>The harbour wall will be raised, says the mayor.</p></div></article>"},
      {"newsletter form",
       "<article><form class=signup><p>Get our news, every day, for free.</p></form>" + kProse + "</article>"},
      {"cookie notice",
       "<div id=cookie-banner><p>We use cookies, and so do our partners.</p></div><article>" + kProse + "</article>"},
      {"comments of readers",
       "<article>" + kProse + "</article><div id=comments><p>I never liked the old boats, they were slow.</p></div>"},
      {"hidden text",
       "<article><p style=\"display: none\">Nobody, really nobody, should read this.</p>" + kProse + "</article>"},
      {"links to other articles",
       "<article>" + kProse + "<p><a href=/b>New pier opened by the queen, at last</a></p></article>"},
      {"a notice of the page",
       "<article>" + kProse + "<p>Read also: New pier opened</p><p>All rights reserved.</p></article>"},
      {"a heading of nothing",
       "<article>" + kProse + "<h3>More from the islands</h3><ul><li><a href=/b>New pier</a></li></ul></article>"},
      {"a teaser that breaks off",
       "<div><article>" + kProse +
           "</article><div><p>The harbour wall will be raised next year, the mayor […]</p></div></div>"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Page read = extract(page("<title>Ferries</title>", row.body), {});
      CHECK(read.kind == PageKind::Article);
      CHECK(read.article.text == kProseText);
    }
  }
}

TEST_CASE("what belongs to an article stays in it") {
  struct Row {
    const char* name;
    std::string body;
    const char* holds;
  };
  const Row rows[] = {
      {"quotation",
       "<article>" + kProse + "<blockquote class=twitter-tweet><p>Boats! At last.</p></blockquote>" + kProse +
           "</article>",
       "Boats! At last."},
      {"list", "<article>" + kProse + "<ul><li>Two new boats</li><li>One new pier</li></ul>" + kProse + "</article>",
       "Two new boats\n\nOne new pier"},
      {"table", "<article>" + kProse + "<table><tr><th>Boat</th><td>1907</td></tr></table>" + kProse + "</article>",
       "Boat 1907"},
      {"heading between paragraphs", "<article>" + kProse + "<h2>The road</h2>" + kProse + "</article>",
       "The road\n\nThe ferry"},
      {"lead above the body",
       "<h1>Ferries</h1><p class=teaser>Two boats more, and a road: the island gets what it asked for.</p>"
       "<div class=article-body>" +
           kProse + "</div>",
       "the island gets what it asked for."},
      {"a class that says what is not there", "<article><div class=\"text has-sidebar\">" + kProse + "</div></article>",
       "Residents"},
      {"state of comments", "<div class=\"post comments-open category-news\">" + kProse + "</div>", "Residents"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(extract(page("<title>Ferries</title>", row.body), {}).article.text.find(row.holds) != std::string::npos);
    }
  }
}

TEST_CASE("captions are kept as captions") {
  const Page read = extract(
      page("", "<article>" + kProse + "<figure><img src=a><figcaption>The new boat</figcaption></figure></article>"),
      {});
  CHECK(read.article.text == kProseText);
  REQUIRE(read.article.record.meta.size() == 1);
  CHECK(read.article.record.meta[0].first == "captions");
  CHECK(read.article.record.meta[0].second == R"(["The new boat"])");
}

TEST_CASE("a text that only the page's data have") {
  std::string body;
  for (int i = 0; i < 12; ++i) {
    body += "The ferry company said on Monday that two more boats would run. ";
  }
  const Page read = extract(
      page(json_ld("\"headline\":\"Ferries\",\"articleBody\":\"" + body + "\""), "<div id=app>Loading</div>"), {});
  CHECK(read.kind == PageKind::Article);
  CHECK(read.article.text.starts_with("The ferry company"));
}

TEST_CASE("titles") {
  struct Row {
    const char* name;
    std::string head;
    std::string body;
    const char* title;
  };
  const Row rows[] = {
      {"heading", "<title>Two more boats | The Islander</title>", "<h1>Two more boats</h1>", "Two more boats"},
      {"the site's name in a heading", "<title>Two more boats | The Islander</title>",
       "<h1><a href=/>The Islander</a></h1><h2>Two more boats</h2>", "Two more boats"},
      {"kicker", "<title>Two more boats</title>", "<h1><span class=kicker>Ferries</span> Two more boats</h1>",
       "Two more boats"},
      {"no heading",
       "<title>Two more boats | The Islander</title><meta property=og:site_name content=\"The Islander\">", "",
       "Two more boats"},
      {"JSON-LD", "<title>x</title>" + json_ld(R"("headline":"Two more boats &amp; a pier")"), "",
       "Two more boats & a pier"},
      {"a heading that differs", "<meta property=og:title content=\"Ferry news\">", "<h1>Two more boats</h1>",
       "Two more boats"},
      {"none", "", "", ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(record_of(page(row.head, row.body + kProse)).title == row.title);
    }
  }
}

TEST_CASE("authors") {
  using Names = std::vector<std::string>;
  struct Row {
    const char* name;
    std::string head;
    std::string body;
    Names authors;
  };
  const Row rows[] = {
      {"JSON-LD",
       json_ld(R"("author":[{"@type":"Person","name":"Jane Roe"},{"name":"John Doe"}])"),
       "",
       {"Jane Roe", "John Doe"}},
      {"JSON-LD by reference",
       R"(<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#1"}},{"@type":"Person","@id":"#1","name":"Jane Roe"}]}</script>)",
       "",
       {"Jane Roe"}},
      {"meta", "<meta name=author content=\"By Jane Roe and John Doe\">", "", {"Jane Roe", "John Doe"}},
      {"microdata", "", "<span itemprop=author><span itemprop=name>Jane Roe</span></span>", {"Jane Roe"}},
      {"link", "", "<a rel=author href=/jr>Jane Roe</a>", {"Jane Roe"}},
      {"class", "", "<p class=byline>Von Jane Roe und John Doe, 5. Mai 2020</p>", {"Jane Roe", "John Doe"}},
      {"line", "", "<p>Posted on 5 May 2020 by Jane Roe</p>", {"Jane Roe"}},
      {"a form asks", "", "<form><label class=author>Name (required)</label></form>", {}},
      {"the site itself",
       "<meta property=og:site_name content=\"The Islander\"><meta name=author content=\"The Islander\">",
       "<p class=byline>By Jane Roe</p>",
       {"Jane Roe"}},
      {"an address", "<meta name=author content=\"https://facebook.example/islander\">", "", {}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(record_of(page(row.head, row.body + kProse)).authors == row.authors);
    }
  }
}

TEST_CASE("dates and where they came from") {
  struct Row {
    const char* name;
    std::string head;
    std::string body;
    const char* date;
    const char* source;
  };
  const Row rows[] = {
      {"JSON-LD before all",
       json_ld(R"("datePublished":"2023-06-19T23:30:00+09:00")") +
           "<meta property=article:published_time content=2023-06-18>",
       "<time datetime=2023-06-17>", "2023-06-19", "json-ld"},
      {"meta before time", "<meta property=article:published_time content=2023-06-18>",
       "<time datetime=2023-06-17>x</time>", "2023-06-18", "meta"},
      {"microdata before time", "",
       "<time datetime=2023-06-17>x</time><meta itemprop=datePublished content=2023-06-16>", "2023-06-16", "microdata"},
      {"time", "", "<time datetime=2023-06-17>x</time>", "2023-06-17", "time"},
      {"class", "", "<span class=published>17 June 2023</span><time datetime=2001-01-01>x</time>", "2023-06-17",
       "time"},
      {"canonical URL", "<link rel=canonical href=https://a.example/2023/06/15/ferries>", "", "2023-06-15", "url"},
      {"line", "", "<h1>Ferries</h1><p>Monday, 19 June 2023, 10:15</p>", "2023-06-19", "text"},
      {"order of the language", "", "<h1>Ferries</h1><p>05/10/2018</p>", "2018-10-05", "text"},
      {"opening of the text", "", "<h1>Ferries</h1><p>19.06.2023 - " + kProse.substr(3), "2023-06-19", "text"},
      {"not an expiry", "<meta name=expires content=2031-01-31><script>var x={expires:'2031-01-31'};</script>", "", "",
       ""},
      {"not a change", "<meta property=article:modified_time content=2023-06-18>", "", "", ""},
      {"not a comment's", "", "<div id=comments><time datetime=2023-06-17>x</time></div>", "", ""},
      {"not of an event", "", "<p>Event: 19 June 2031</p>", "", ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const auto record = record_of(page(row.head, row.body + kProse));
      CHECK(record.date == row.date);
      CHECK(record.date_source == row.source);
    }
  }
  const auto zoned = record_of(page(json_ld(R"("datePublished":"2023-06-19T23:30:00+09:00")"), kProse));
  CHECK(zoned.time == "T23:30:00+09:00");
  const std::string american = "<html lang=en-US><body><h1>Ferries</h1><p>05/10/2018</p>" + kProse;
  CHECK(record_of(american).date == "2018-05-10");
  const std::string unsaid = "<html lang=en><body><h1>Ferries</h1><p>05/10/2018</p>" + kProse;
  CHECK(record_of(unsaid).date.empty());
}

TEST_CASE("URLs") {
  struct Row {
    const char* name;
    const char* head;
    const char* fetched;
    const char* url;
  };
  const Row rows[] = {
      {"canonical", "<link rel=canonical href=https://a.example/b#top>", "", "https://a.example/b"},
      {"of the same site", "<link rel=canonical href=https://a.example/b>", "https://www.a.example/b?x=1",
       "https://a.example/b"},
      {"of another site", "<link rel=canonical href=https://other.example/b>", "https://a.example/b",
       "https://a.example/b"},
      {"home page", "<link rel=canonical href=https://a.example/>", "https://a.example/b", "https://a.example/b"},
      {"relative", "<link rel=canonical href=/b>", "https://a.example/c?d", "https://a.example/b"},
      {"OpenGraph", "<meta property=og:url content=https://a.example/b>", "", "https://a.example/b"},
      {"archived", "<link rel=canonical href=https://web.archive.org/web/20200101000000/https://a.example/b>", "",
       "https://a.example/b"},
      {"none", "", "", ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(extract(page(row.head, kProse), {row.fetched, {}}).article.record.url == row.url);
    }
  }
}

TEST_CASE("other facts") {
  const auto record = record_of(
      page("<meta property=og:site_name content=\"The Islander\"><meta property=article:section content=Travel>"
           "<meta property=article:tag content=boats><meta property=article:tag content=roads>",
           kProse));
  CHECK(record.source == "The Islander");
  CHECK(record.language == "en");
  CHECK(record.section == "Travel");
  CHECK(record.tags == std::vector<std::string>{"boats", "roads"});
}

TEST_CASE("pages that are no article") {
  std::string teasers;
  for (int i = 0; i < 12; ++i) {
    teasers +=
        "<article><h2><a href=/b>Two more boats</a></h2><p>The company said, on Monday, that two boats would "
        "run.</p></article>";
  }
  struct Row {
    const char* name;
    std::string html;
    PageKind kind;
  };
  const Row rows[] = {
      {"index", page("<title>News</title>", "<main>" + teasers + "</main>"), PageKind::Index},
      {"home page",
       page("<link rel=canonical href=https://a.example/><meta property=og:url content=https://a.example/>", kProse),
       PageKind::Article},
      {"error", page("<title>404 - page not found</title>", "<p>The page, it seems, has moved to another place.</p>"),
       PageKind::Error},
      {"consent",
       page("<title>The Islander</title>", "<p>We use cookies. Cookies need your consent, says the law.</p>"),
       PageKind::Consent},
      {"paywall", page(json_ld(R"("isAccessibleForFree":false)"), kProse), PageKind::Paywall},
      {"paywall in words", page("", kProse + "<p>Subscribe to continue reading this story, from one pound.</p>"),
       PageKind::Paywall},
      {"no text", page("<title>Ferries</title>", "<script>x()</script>"), PageKind::Empty},
      {"nothing", "", PageKind::Empty},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(extract(row.html, {}).kind == row.kind);
    }
  }
}

TEST_CASE("hostile pages end, and their text is read where it can be") {
  constexpr int kMany = 200'000;
  const auto repeated = [](const std::string& part) {
    std::string all;
    for (int i = 0; i < kMany; ++i) {
      all += part;
    }
    return all;
  };
  CHECK(extract(repeated("<div>") + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract(repeated("<div>") + repeated("</p></b>") + kProse, {}).article.text.find("Residents") !=
        std::string::npos);
  CHECK(extract("<p " + repeated("a=1 ") + ">" + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract("<p class='" + repeated("a ") + "'>" + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract(repeated("<ul><li><h1><a href=x>t ") + kProse, {}).article.record.url.empty());
  const std::string entity = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a&x;b</p>" + kProse;
  CHECK(extract(entity, {}).article.text.find("root:") == std::string::npos);
}
