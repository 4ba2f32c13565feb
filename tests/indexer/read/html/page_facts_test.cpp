// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/read/html/page.h"
#include "tests/indexer/read/html/made_page.h"

using namespace nutgraf::read::html;
using nutgraf::test::json_ld;
using nutgraf::test::kProse;
using nutgraf::test::page;
using nutgraf::test::record_of;

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
      {"headline named within a heading", "<title>Ferries: Two more boats</title>",
       "<h1><span class=overline>Ferries</span><span class=article__title>Two more boats</span></h1>",
       "Two more boats"},
      {"headline named beside a subtitle", "<title>Two more boats</title>",
       "<h1><span class=title>Two more boats</span> <span class=sub-title>A road, too</span></h1>", "Two more boats"},
      {"the site before it",
       "<title>The Islander | Two more boats</title>"
       "<meta property=og:site_name content=\"The Islander\">",
       "", "Two more boats"},
      {"the site by its host",
       "<title>Two more boats | islander online</title>"
       "<link rel=canonical href=https://www.islander.example/b>",
       "", "Two more boats"},
      {"the site alone", "<title>The Islander -</title>", "<h2>Two more boats</h2>", "Two more boats"},
      {"the site's name in a heading alone", "<title>The Islander</title>",
       "<h1><a href=/>The Islander</a></h1><h2><a href=/boats>Two more boats</a></h2>" + kProse + kProse,
       "Two more boats"},
      {"a teaser's heading", "<title>The Islander</title>",
       "<h1><a href=/>The Islander</a></h1><h2><a href=/boats>Two more boats</a></h2>", "The Islander"},
      {"the site's name in data",
       "<meta property=og:title content=\"Two more boats\"><meta property=og:site_name content=\"The Islander\">" +
           json_ld(R"("headline":"The Islander")"),
       "", "Two more boats"},
      {"sections", "<title>Ferries&nbsp;-&nbsp;News - Ferries | The Islander of the Sea</title>",
       "<h1>Links</h1><h1>Partners</h1><h2>Two more boats</h2>", "Two more boats"},
      {"in bold", "<title>Islander</title><meta property=og:site_name content=\"Islander Online\">",
       "<p><em>Two more boats</em></p>", "Two more boats"},
      {"a date before it", "<title>Two more boats</title>", "<h1>23.01.2022 - Two more boats</h1>", "Two more boats"},
      {"a kicker and a sign that is not shown", "<title>Ferries – Two more boats</title>",
       "<h1><span>Ferries</span><span aria-hidden=true> – </span><span>Two more boats</span></h1>", "Two more boats"},
      {"a kicker that goes and its sign", "<title>Two more boats at the pier</title>",
       "<h3><span class=overline>Ferries</span> <span class=hideme> - </span> <span>Two more boats</span></h3>",
       "Two more boats"},
      {"a kicker that looks like a headline", "<title>Ferries to the isles: Two more boats</title>",
       "<h1><span class=\"headline topline\">Ferries to the isles</span><span class=\"headline\">Two more "
       "boats</span></h1>",
       "Two more boats"},
      {"a kicker without a blank", json_ld(R"("headline":"Two more boats at the pier")"),
       "<h1><span>Ferries</span>Two more boats at the pier</h1>", "Two more boats at the pier"},
      {"the site's name in data",
       json_ld(R"("headline":"Two more boats | The Islander","publisher":{"name":"The Islander"})"), "",
       "Two more boats"},
      {"an element called so", "<title>Islander | Reviews: Two more boats</title>",
       "<span class=title>Two more boats</span>", "Two more boats"},
      {"another element called so", "<title>Two more boats at the pier</title>", "<div class=title>Boats</div>",
       "Two more boats at the pier"},
      {"a form of the page", "<title>Islander - Print version</title>", "<h2>Two more boats</h2>", "Two more boats"},
      {"how to read it", "", "<h1><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>の本</h1>", "漢字の本"},
      {"the words of the title below a logo",
       "<title>島の港に新しい船が二隻やってくる　国際ニュース：Islander News</title>"
       "<meta property=og:title content=島の港に新しい船が二隻やってくる>",
       "<h1>国際ニュース：Islander News</h1><h1>島の港に新しい船が二隻やってくる</h1>",
       "島の港に新しい船が二隻やってくる"},
      {"an application called as the page",
       "<title>Two more boats at the pier</title><meta property=og:title content=\"Two more boats at the pier\">"
       "<meta name=application-name content=\"Two more boats at the pier\">",
       "<h1>news</h1><h1>Two more boats at the pier</h1>", "Two more boats at the pier"},
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
      {"a quotation's",
       "",
       "<blockquote class=author-quote>We did this for the harbour and its quay.</blockquote>",
       {}},
      {"another one's", "", "<p class=author-quote>We did this for the harbour.</p>", {}},
      {"whom a quotation names",
       "",
       "<blockquote>We did this.<footer><span class=author>Bo Poe</span></footer></blockquote>",
       {}},
      {"whom a quotation beside the text names",
       "",
       "<div class=pull-quote><p>We did this.</p><p class=author>Bo Poe</p></div>",
       {}},
      {"the author's beside a quotation's",
       "",
       "<div class=pullquote__author>Bo Poe</div><p class=author>Jane Roe</p>",
       {"Jane Roe"}},
      {"a post of the format quote", "", "<div class=format-quote><p class=author>Jane Roe</p></div>", {"Jane Roe"}},
      {"a role beside the name",
       "",
       "<div class=author-name><a>Jane Roe</a><span class=author-title>Staff Writer</span></div>",
       {"Jane Roe"}},
      {"brackets beside the name",
       "",
       "<p class=byline>By <a>Jane Roe<span class=author-desc>(Brussels, Europe desk)</span></a></p>",
       {"Jane Roe"}},
      {"a picture's in microdata",
       "",
       "<figure><img src=b><p itemprop=author>Bo Poe</p></figure><a rel=author href=/jr>Jane Roe</a>",
       {"Jane Roe"}},
      {"of another article",
       "",
       "<ul><li><h3><a href=/b>A new pier</a></h3><p class=author>Bo Poe</p></li></ul><p class=author>Jane Roe</p>",
       {"Jane Roe"}},
      {"in a list of other articles",
       "",
       "<div class=recirculation><p class=author>Bo Poe</p></div><p class=author>Jane Roe</p>",
       {"Jane Roe"}},
      {"under the article's own linked heading",
       "<title>Two more boats</title>",
       "<div><h2><a href=/b>Two more boats</a></h2><p class=author>Jane Roe</p></div>",
       {"Jane Roe"}},
      {"a linked heading that is the name",
       "",
       "<div><div class=author><a href=/jr><h5>Jane Roe</h5></a></div></div>",
       {"Jane Roe"}},
      {"a page of whom a sentence names",
       "",
       "<h1>Ferries</h1><div class=article-body>" + kProse +
           "<p><a href=/people/bo>Bo Poe</a> once steered the old boats between the island and the mainland, he says, "
           "and would like to steer the new ones as well, if only the company would ask him to do so.</p></div>",
       {}},
      {"a form asks", "", "<form><label class=author>Name (required)</label></form>", {}},
      {"the site itself",
       "<meta property=og:site_name content=\"The Islander\"><meta name=author content=\"The Islander\">",
       "<p class=byline>By Jane Roe</p>",
       {"Jane Roe"}},
      {"the site itself, by its host",
       "<meta name=author content=Islander><link rel=canonical href=https://is.lander/b>",
       "<p class=byline>By Jane Roe</p>",
       {"Jane Roe"}},
      {"the site's name is no list",
       "<meta property=og:site_name content=\"Boats & Nets\"><meta name=author content=\"Boats & Nets\">",
       "",
       {"Boats & Nets"}},
      {"what readers see before meta",
       "<meta name=author content=\"Islander Media\">",
       "<p class=byline>By Jane Roe</p>",
       {"Jane Roe"}},
      {"roles", json_ld(R"("author":"Jane Roe, Islander Political Writer")"), "", {"Jane Roe"}},
      {"an alias in data", "<meta name=twitter:creator content=ferry201>", "", {"ferry201"}},
      {"a link to someone else's page",
       "",
       "<div><article><h1>Ferries</h1>" + kProse + kProse +
           "</article></div><div><a href=/author/jd>John Doe</a></div>",
       {}},
      {"one phrase", json_ld(R"("author":"Staff and news service reports")"), "", {"Staff and news service reports"}},
      {"behind a date", "", "<h1>Ferries</h1><p>11.12.2019 - Jane Roe</p>", {"Jane Roe"}},
      {"behind a date in a heading",
       "",
       "<h2>News <span>06.11.2023 13:30 von Jane </span><span>picture agency</span></h2>",
       {"Jane"}},
      {"labels in elements of their own",
       "",
       "<div class=author-block><span class=author-label>Date:</span> 19.11.2021<br>"
       "<span class=author-label>Author:</span> Jane Roe<br><span class=author-label>Source:</span> Pier</div>",
       {"Jane Roe"}},
      {"a label above", "", "<div>Text</div><div>JANE ROE</div>", {"JANE ROE"}},
      {"before brackets", "", "<p>Author: <a href=/jr>Jane Roe</a> (sponsored), captain</p>", {"Jane Roe"}},
      {"the opening before data", json_ld(R"("author":"John Doe")"), "<p><b>By Jane Roe</b></p>", {"Jane Roe"}},
      {"behind the lead",
       json_ld(R"("author":"John Doe")"),
       "<p>" + kProse.substr(3, 100) + "</p><p>By Jane Roe</p>",
       {"Jane Roe"}},
      {"an office in the opening", json_ld(R"("author":"John Doe")"), "<p>Author: The Team</p>", {"John Doe"}},
      {"an account",
       json_ld(R"("author":"jane-roe")"),
       "<div class=author><p>Author <span>Jane Roe:</span></p><p>EN</p></div>",
       {"Jane Roe"}},
      {"an account alone", json_ld(R"("author":"jane-roe")"), "", {"jane-roe"}},
      {"initials and a licence",
       "",
       "<a rel=author href=/jr>JR</a><a rel=cc:attributionURL href=/>Jane Roe</a>",
       {"Jane Roe"}},
      {"a picture's", "", "<figure><img src=b><figcaption class=author>Jane Roe</figcaption></figure>", {}},
      {"in links", "", "<div class=byline>By <a>Jane Roe</a><a>Bo Poe</a></div>", {"Jane Roe", "Bo Poe"}},
      {"in a list", "", "<ul class=authors><li>Jane Roe</li><li>Bo Poe</li></ul>", {"Jane Roe", "Bo Poe"}},
      {"over a place", "", "<div class=byline>JANE ROE<br>LONDON</div>", {"JANE ROE"}},
      {"turned", "<meta name=author content=\"Roe, Jane\">", "", {"Roe, Jane"}},
      {"before two dates", "", "<div>Par Jeanne Roux - Publié le 04/03/2014 à 10:22</div>", {"Jeanne Roux"}},
      {"behind a date and a label", "", "<div>Опубликовано: 4 мар. 2014 г. Автор: Иван Петров</div>", {"Иван Петров"}},
      {"in Korean", "", "<div>김철수 기자 승인 2014.03.04 10:22</div>", {"김철수"}},
      {"in Chinese", "", "<div>2014年03月04日 10:22 来源：新华网 作者：张三</div>", {"张三"}},
      {"before a day of the week", "", "<div>Submitted by Jane Roe on Tue, 03/04/2014 - 10:22</div>", {"Jane Roe"}},
      {"an address", "<meta name=author content=\"https://facebook.example/islander\">", "", {}},
      {"in spans",
       "",
       "<div class=byline><div><span>Jane Roe</span> <span>Anna Maria Poe</span></div></div>",
       {"Jane Roe", "Anna Maria Poe"}},
      {"before a role in an element of its own",
       json_ld(R"("author":"Jane Roe")"),
       "<h1>Ferries</h1><div><em>By <a>Jane Roe</a></em><span>Correspondent</span></div>",
       {"Jane Roe"}},
      {"a button to follow authors", "", "<a class=follow-author-btn>Manage Topics</a>", {}},
      {"what readers do not see", "", "<div style=\"display: none\"><a class=author>Manage Topics</a></div>", {}},
      {"a brand for screen readers above the name",
       "",
       "<div class=authors><span class=authors-brand><span class=visually-hidden>Islander</span></span>"
       "<p class=authors-item>By <b>Jane Roe</b></p></div><p>Isle</p><p>Pier</p><p>Quay</p>",
       {"Jane Roe"}},
      {"a menu that leads to reporters",
       "",
       "<h1><a href=/>Islander</a></h1><ul><li><a href=/reporter-list>Reporter Timeline</a></li></ul><h1>Ferries</h1>"
       "<div class=article-body>" +
           kProse + "</div>",
       {}},
      {"an organization in data and a byline",
       json_ld(R"("author":{"@type":"Organization","name":"Islander Media"})"),
       "<p class=byline>Jane Roe</p>",
       {"Jane Roe"}},
      {"an organization alone",
       json_ld(R"("author":[{"@type":"NewsMediaOrganization","name":"Islander Media"}])"),
       "",
       {"Islander Media"}},
      {"the account of the site's administrator and a byline",
       json_ld(R"("author":{"@id":"https://islander.example/author/admin/","name":"Islander D"})"),
       "<p class=byline>Jane Roe</p>",
       {"Jane Roe"}},
      {"the editor in data",
       json_ld(R"("author":"Bo Poe")"),
       "<div class=author-2>Jane Roe</div><div class=info-author>Editor : <a class=author>Bo Poe</a></div>",
       {"Jane Roe"}},
      {"an editor alone", json_ld(R"("author":"Bo Poe")"), "<p>Editor: Bo Poe</p>", {"Bo Poe"}},
      {"the publisher in meta and a label",
       "<meta name=publisher content=\"Islander (is.example)\"><meta name=author content=\"Islander (is.example)\">",
       "<ul><li><b>Autorin/Autor</b> Jana Roth</li></ul>",
       {"Jana Roth"}},
      {"the host's label and a title of the name",
       "<link rel=canonical href=https://islander.example/b><meta name=author content=Islander>",
       "<p>von <a href=/autoren/jana-roth>Dr. Jana Roth</a></p>",
       {"Dr. Jana Roth"}},
      {"a handle and the site",
       "<meta property=og:site_name content=Islander><meta name=twitter:creator content=@isl>",
       "<p class=author>Islander</p>",
       {"Islander"}},
      {"numbers in the name of an office", json_ld(R"("author":"BR24 Newsroom")"), "", {"BR24 Newsroom"}},
      {"before sections", "", "<p>By JR, in <a>News</a>, <a>Islands</a></p>", {"JR"}},
      {"under another article's teaser",
       "",
       "<a href=/b><h2>A pier</h2><p>By Jane Roe</p></a><div><a href=/c>A harbour wall <span>By Bo "
       "Poe</span></a></div>",
       {}},
      {"before a date",
       "",
       "<h1>Ferries</h1><p><span>Jane Roe |</span> <span>11.12.2019 - 10:22</span></p>",
       {"Jane Roe"}},
      {"a section before a date", "", "<h1>Ferries</h1><p>World News | 11.12.2019</p>", {}},
      {"in bold over the text, where data name the site",
       "<meta property=og:site_name content=Islander>" + json_ld(R"("author":"Islander")"),
       "<p><strong>Jane Roe/Bo Poe</strong></p>",
       {"Jane Roe", "Bo Poe"}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(record_of(page(row.head, row.body + kProse)).authors == row.authors);
    }
  }
}

TEST_CASE("a signature below the text") {
  struct Row {
    const char* name;
    std::string below;
    std::vector<std::string> authors;
  };
  const Row rows[] = {
      {"in bold", "<p><b><i>Jane Roe</i></b></p>", {"Jane Roe"}},
      {"over a date", "<p>Jane<br>10. September 2017</p>", {"Jane"}},
      {"no name", "<p><b>All rights reserved</b></p>", {}},
      {"an office", "<p><b>Die Redaktion</b></p>", {}},
      {"not in bold", "<p>Jane Roe</p>", {}},
      {"not the end", "<p><b>Jane Roe</b></p>" + kProse, {}},
      {"on the right", "<p style=\"text-align: right\"><b>Jane Roe</b></p>" + kProse, {"Jane Roe"}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(record_of(page("", "<h1>Ferries</h1><article>" + kProse + row.below + "</article>")).authors ==
            row.authors);
    }
  }
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

TEST_CASE("sections beyond the first are tags") {
  const auto of_meta =
      record_of(page("<meta property=article:section content=Travel><meta property=article:section content=Sea>"
                     "<meta property=article:tag content=boats>",
                     kProse));
  CHECK(of_meta.section == "Travel");
  CHECK(of_meta.tags == std::vector<std::string>{"boats", "Sea"});
  const auto linked = record_of(page(
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleSection\":[\"Travel\",\"Sea\"]}</script>",
      kProse));
  CHECK(linked.section == "Travel");
  CHECK(linked.tags == std::vector<std::string>{"Sea"});
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
