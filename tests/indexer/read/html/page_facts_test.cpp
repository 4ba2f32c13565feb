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

namespace {

nutgraf::ArticleRecord record_of(const std::string& html) {
  return extract(html, {}).article.record;
}

}  // namespace

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
      {"a year of two digits", "", "<h1>Ferries</h1><p>Thu 05.10.18 | 14:07</p>", "2018-10-05", "text"},
      {"no number of four parts", "", "<h1>Ferries</h1><p>05.10.18.22</p>", "", ""},
      {"not that of a picture", "",
       "<h1>Ferries</h1><img src=b alt=\"The old pier, 4 March 2014\"><p>The old pier, 4 March 2014</p><p>5 May "
       "2020</p>",
       "2020-05-05", "text"},
      {"label", "", "<h1>Ferries</h1>" + kProse + "<p>Comments: 3<br>Published on: 14.06.2023</p>", "2023-06-14",
       "text"},
      {"label in a block of its own", "<meta name=date content=2023-06-20>",
       "<h1>Ferries</h1>" + kProse + "<p>Erschienen am:</p><h4>14.06.2023</h4>", "2023-06-14", "text"},
      {"opening of the text", "", "<h1>Ferries</h1><p>19.06.2023 - " + kProse.substr(3), "2023-06-19", "text"},
      {"a moment as readers see it", json_ld(R"("datePublished":"2022-05-04T00:44:52Z")"),
       "<h1>Ferries</h1><ul><li>Harbour</li><li>03/05/2022 21:44</li></ul>", "2022-05-03", "text"},
      {"a moment in a time element", json_ld(R"("datePublished":"2023-11-09T05:30:59+00:00")"),
       "<time datetime=\"2023-11-08 23:30:59\">x</time>", "2023-11-08", "text"},
      {"another moment", json_ld(R"("datePublished":"2022-05-04T00:44:52Z")"),
       "<h1>Ferries</h1><p>03/05/2022 21:10</p>", "2022-05-04", "json-ld"},
      {"a moment without a zone", json_ld(R"("datePublished":"2022-05-04T00:44:52")"),
       "<h1>Ferries</h1><p>03/05/2022 21:44</p>", "2022-05-04", "json-ld"},
      {"parts that touch", "", "<div class=datum><span>Feb</span> <span>18</span><span>2009</span></div>", "2009-02-18",
       "time"},
      {"a cell above the heading", "",
       "<table><tr><td>26 | 01 | 2022</td><td>Islands | Boats | A video of the crossing on a calm morning</td>"
       "<td>Text and pictures: Jane Roe, John Doe</td></tr></table><h1>Ferries</h1>",
       "2022-01-26", "text"},
      {"a change before a publication", "",
       "<div>Updated: <time datetime=2023-06-18>x</time></div><div>Published: <time datetime=2023-06-17>x</time></div>",
       "2023-06-17", "time"},
      {"a moment beside its distance", "", "<time datetime=\"4 days ago\" title=\"June 17, 2023 10:22 AM\">x</time>",
       "2023-06-17", "time"},
      {"an id", "", "<em id=publish_time>2023-06-17 10:22</em>", "2023-06-17", "time"},
      {"a dateline", "", "<h1>Ferries</h1><p>LONDON, June 17, 2023 (Reuters) - " + kProse.substr(3), "2023-06-17",
       "text"},
      {"a dateline of a press release", "",
       "<h1>Ferries</h1><p><b>NEW YORK--(BUSINESS WIRE)--June 17, 2023--</b>" + kProse.substr(3), "2023-06-17", "text"},
      {"a slip in JSON-LD", json_ld(R"("headline":"Jane\'s", "datePublished":"2023-06-19",)"), "", "2023-06-19",
       "json-ld"},
      {"a bracket too many behind JSON-LD", json_ld(R"("headline":"Ferries","datePublished":"2023-06-19"}})"), "",
       "2023-06-19", "json-ld"},
      {"in the header of the heading, below those of other articles", "",
       "<ul><li><time datetime=2023-06-21 pubdate>x</time></li></ul>"
       "<header><h1>Ferries</h1><time datetime=2023-06-17>x</time></header>",
       "2023-06-17", "time"},
      {"a blog's note on the post", "",
       "<h1>Ferries</h1>" + kProse +
           "<p>Dieser Beitrag wurde am Samstag, 17. Juni 2023 um 14:48 Uhr veröffentlicht und unter Häfen gespeichert. "
           "Sie können alle Antworten zu diesem Beitrag durch den Feed verfolgen. Sie können eine Antwort hinterlassen "
           "oder einen Verweis von einer anderen Seite senden.</p>",
       "2023-06-17", "text"},
      {"not of a member", "", "<h1>Ferries</h1><dl><dt>Joined</dt><dd>May 11, 2017</dd></dl>", "", ""},
      {"the article that the page shows",
       json_ld(R"("headline":"Other","datePublished":"2013-01-01")") +
           json_ld(R"("headline":"Ferries","datePublished":"2023-06-19")"),
       "<h1>Ferries</h1>", "2023-06-19", "json-ld"},
      {"not of a correction", "", "<h1>Ferries</h1>" + kProse + "<p>This article was amended on 6 March 2014.</p>", "",
       ""},
      {"not of a sentence", "", "<h1>Ferries</h1>" + kProse + "<p>The festival runs until June 8, 2014.</p>", "", ""},
      {"not when somebody joined", "", "<h1>Ferries</h1><p>Registered: 18.09.2008</p>", "", ""},
      {"not of an address", "", "<h1>Ferries</h1><p>https://a.example/2021/jan21/boats</p>", "", ""},
      {"not an expiry", "<meta name=expires content=2031-01-31><script>var x={expires:'2031-01-31'};</script>", "", "",
       ""},
      {"not a change", "<meta property=article:modified_time content=2023-06-18>", "", "", ""},
      {"not of a related story", "", "<div class=related><span class=date>1 January 2013</span></div>", "", ""},
      {"not of what is quoted", "",
       "<blockquote><p>Two boats, they say.</p>Jane (@jane) <a href=/s>March 4, 2014</a></blockquote>", "", ""},
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

TEST_CASE("days in addresses") {
  struct Row {
    const char* path;
    const char* date;
  };
  const Row rows[] = {
      {"2014/03/04/boats", "2014-03-04"},
      {"2014-03/04/c_1.htm", "2014-03-04"},
      {"n/2014/0304/c1-1.html", "2014-03-04"},
      {"2014/mar/04/boats", "2014-03-04"},
      {"2014/3/4/", "2014-03-04"},
      {"boats-20140304.html", "2014-03-04"},
      {"story_20140304102233", "2014-03-04"},
      {"202403/t20240304_1.html", "2024-03-04"},
      {"20140304/", "2014-03-04"},
      {"2014/1399/", ""},
      {"201403045", ""},
      {"boats-2014-3", ""},
      {"1850/03/04/", ""},
      {"2014/031/04", ""},
      {"news/2014/mar21/boats", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const auto record =
        record_of(page("<link rel=canonical href=https://a.example/" + std::string(row.path) + ">", kProse));
    CHECK(record.date == row.date);
    CHECK(record.date_source == (record.date.empty() ? "" : "url"));
  }
}

TEST_CASE("lines that date a page, in many languages") {
  struct Row {
    const char* language;
    const char* line;
    const char* date;
  };
  const Row rows[] = {
      {"ar", "٤ آذار ٢٠١٤", "2014-03-04"},
      {"bn", "০৪ মার্চ ২০১৪, মঙ্গলবার", "2014-03-04"},
      {"fa", "سه‌شنبه ۱۳ اسفند ۱۳۹۲", "2014-03-04"},
      {"fa", "تاریخ انتشار: ۱۳ اسفند ۱۳۹۲ - ۱۰:۲۲", "2014-03-04"},
      {"fa", "۱۳۹۲/۱۲/۱۳", "2014-03-04"},
      {"zh", "发布时间：2014年3月4日", "2014-03-04"},
      {"zh", "时间：2014-03-04 10:22", "2014-03-04"},
      {"ja", "公開日：2014.03.04 更新日：2014.03.06", "2014-03-04"},
      {"ja", "2014年3月4日公開 2014年3月6日更新", "2014-03-04"},
      {"ja", "【ロンドン＝山田太郎】2014年3月4日", "2014-03-04"},
      {"ja", "二〇一四年三月四日", "2014-03-04"},
      {"fr", "Publié le 4 mars 2014 à 10h22 - Mis à jour le 6 mars 2014 à 11h00", "2014-03-04"},
      {"es", "Actualizado 06/03/2014 11:00 Publicado 04/03/2014 10:22", "2014-03-04"},
      {"en-US", "Published March 4, 2014 | Updated March 6, 2014", "2014-03-04"},
      {"en-US", "Updated March 6, 2014 11:00 a.m. ET; first published March 4, 2014", "2014-03-04"},
      {"en", "Submitted by Jane Roe on Tue, 03/04/2014 - 10:22", "2014-03-04"},
      {"de", "Erstellt: 04.03.2014, 10:22 Uhr Aktualisiert: 06.03.2014", "2014-03-04"},
      {"en-US",
       "By JANE ROE | Associated Press | PUBLISHED: March 4, 2014 at 10:22 a.m. | UPDATED: March 6, 2014 at 1 p.m.",
       "2014-03-04"},
      {"de", "Stand: 06.03.2014, erstmals veröffentlicht am 04.03.2014", "2014-03-04"},
      {"ro", "marți, 04 mar. 2014, actualizat 6 mar. 2014", "2014-03-04"},
      {"it", "4 Marzo 2014 - Aggiornato alle 11:00", "2014-03-04"},
      // Of a change alone.
      {"en", "Updated: 6 March 2014", ""},
      {"ja", "更新日：2014年3月6日", ""},
      {"ru", "ОБНОВЛЕНО 6 марта 2014", ""},
      {"ja", "2014年3月6日更新", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const std::string html = std::string("<!DOCTYPE html><html lang=\"") + row.language +
                             "\"><body><h1>Ferries</h1><div>" + row.line + "</div>" + kProse + "</body></html>";
    CHECK(record_of(html).date == row.date);
  }
}

TEST_CASE("a line that dates an article is no text of it") {
  for (const char* line :
       {"Publié le 4 mars 2014 à 10h22 - Mis à jour le 6 mars 2014 à 11h00",
        "Опубликовано: 4 мар. 2014 г. Автор: Иван Петров", "كتب: محمد علي | الثلاثاء، 04 مارس 2014 10:22 ص",
        "Von Jana Roth und Max Mai, Berlin, 04.03.2014, 10:22 Uhr",
        "Veröffentlicht am 04.03.2014, 10:22 Uhr, aktualisiert am 06.03.2014"}) {
    CAPTURE(line);
    const std::string text =
        extract(page("", "<h1>Ferries</h1><div>" + std::string(line) + "</div>" + kProse), {}).article.text;
    CHECK(text.starts_with("The ferry company"));
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
