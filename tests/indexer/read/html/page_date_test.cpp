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
