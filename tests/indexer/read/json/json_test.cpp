// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "core/base/failure.h"
#include "indexer/read/check_options.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using test::Collected;

namespace {

Collected read_as(std::string_view name, std::string_view bytes, read::ReadOptions options = {}) {
  const test::TempDir folder;
  options.inputs = {folder.write(name, bytes).string()};
  return test::collect(std::move(options));
}

Collected read_line(std::string_view json, read::ReadOptions options = {}) {
  return read_as("a.jsonl", json, std::move(options));
}

std::string meta_of(const Article& article, std::string_view key) {
  for (const auto& [name, value] : article.record.meta) {
    if (name == key) {
      return value;
    }
  }
  return "absent";
}

}  // namespace

TEST_CASE("the usual keys") {
  const Collected read = read_line(
      R"({"_id":7,"Headline":" One\n China ","articleBody":"The river\nrose.","publishedAt":"2023-06-20T14:02:00Z",)"
      R"("source":{"id":null,"name":"Daily Ferry"},"link":"https://x.example/a","language":"en-GB","byline":"By Ann Lee",)"
      R"("category":"World","keywords":["China","trade"],"word_count":77,"paywall":false,"scrape":{"ms":4},"empty":null})");
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "7");
  CHECK(article.id_source == IdSource::Declared);
  CHECK(article.record.title == "One China");
  CHECK(article.text == "The river\nrose.");
  CHECK(article.record.date == "2023-06-20");
  CHECK(article.record.time == "T14:02:00Z");
  CHECK(article.record.date_source == "record");
  CHECK(article.record.source == "Daily Ferry");
  CHECK(article.record.url == "https://x.example/a");
  CHECK(article.record.language == "en");
  CHECK(article.record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(article.record.section == "World");
  CHECK(article.record.tags == std::vector<std::string>{"China", "trade"});
  CHECK(article.record.meta == std::vector<std::pair<std::string, std::string>>{
                                   {"word_count", "77"}, {"paywall", "false"}, {"scrape", R"({"ms":4})"}});
}

TEST_CASE("of several keys for a field the first with a value counts, the others are metadata") {
  const Collected read = read_line(
      R"({"body":"other","text":"","content":"third","date":"soon","pub_date":"2020-01-02","id":"","uuid":"u"})");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "other");
  CHECK(meta_of(read.articles[0], "content") == "third");
  CHECK(read.articles[0].record.date == "2020-01-02");
  CHECK(meta_of(read.articles[0], "date") == "soon");
  CHECK(read.articles[0].record.id == "u");
}

TEST_CASE("texts in paragraphs") {
  CHECK(read_line(R"({"text":["One.","Two."]})").articles.at(0).text == "One.\n\nTwo.");
  CHECK(read_line(R"({"body_text":[{"text":"One."},{"text":"Two."}]})").articles.at(0).text == "One.\n\nTwo.");
}

TEST_CASE("texts deep in objects and arrays") {
  struct Row {
    const char* name;
    const char* json;
    const char* text;
  };
  const Row rows[] = {
      {"summary and sections",
       R"({"body":{"summary":["A."],"sections":[{"headline":[],"paragraphs":["B.","C."]},{"headline":["D"],"paragraphs":["E."]}]}})",
       "A.\n\nB.\n\nC.\n\nD\n\nE."},
      {"paragraphs", R"({"text":{"paragraphs":["One."]}})", "One."},
      {"a field of Drupal",
       R"({"data":[{"id":"u1","attributes":{"title":"D","body":{"value":"<p>The harbour.</p>","format":"basic_html","processed":"<p>The harbour.</p>","summary":"Sum"}}}]})",
       "The harbour."},
      {"a text beside its summary", R"({"body":{"summary":"Sum.","text":"One."}})", "One."},
      {"paragraphs of a record", R"({"title":"T","paragraphs":["One.","Two."],"summary":"S."})", "One.\n\nTwo."},
      {"how many paragraphs there are", R"({"title":"T","paragraphs":2,"summary":"One."})", "One."},
      {"a document and its summary", R"({"document":"The harbour is closed.","summary":"S."})",
       "The harbour is closed."},
      {"the name of a document", R"({"document":"report.pdf","summary":"One."})", "One."},
      {"a story of Hacker News", R"({"title":"T","story_text":"One &amp; two.","points":3})", "One & two."},
      {"an API of Ghost",
       R"({"posts":[{"id":"g1","title":"Ghost","html":"<p>The long article.</p>","excerpt":"Teaser only"}]})",
       "The long article."},
      {"other words for it", R"({"article":{"lead":"One.","chapters":[{"heading":"H","words":"Two."}]}})",
       "One.\n\nH\n\nTwo."},
      {"rendered", R"({"content":{"rendered":"<p>The gan<b>try</b> &amp; pier.</p><p>Two.</p>","protected":false}})",
       "The gantry & pier.\n\nTwo."},
      {"one spelling of several", R"({"content":{"raw":"**One.**","rendered":"<p>One.</p>"}})", "One."},
      {"by language", R"({"text":{"de":"Eins.","en":"One."},"lang":"en"})", "One."},
      {"by language of three letters", R"({"text":{"deu":"Eins.","eng":"One."},"language":"German"})", "Eins."},
      {"no language told", R"({"text":{"en":"One.","de":"Eins."}})", "One.\n\nEins."},
      {"an editor's tree",
       R"({"content":[{"type":"paragraph","content":[{"type":"text","text":"The gan"},{"type":"text","text":"try fell."}]},{"type":"paragraph","content":[{"type":"text","text":"Two."}]}]})",
       "The gantry fell.\n\nTwo."},
      {"blocks of an editor",
       R"({"body":{"time":1,"blocks":[{"id":"x","type":"paragraph","data":{"text":"One <i>two</i>."}}],"version":"2"}})",
       "One two."},
      {"attributes are no prose",
       R"({"text":[{"type":"p","url":"http://x","date":"2020-01-01","style":"bold","text":"One."}]})", "One."},
      {"markup in a text", R"({"text":"<p>One.</p><p>Two<br>three.</p>"})", "One.\n\nTwo\nthree."},
      {"markup in one of several", R"({"text":["One.","<b>Two</b>."]})", "One.\n\nTwo."},
      {"no markup", R"({"text":"if a<b and c>d, the <p> tag"})", "if a<b and c>d, the <p> tag"},
      {"declared markup", R"({"content_html":"One &amp; two"})", "One & two"},
      {"a summary where there is no text", R"({"title":"T","text":"","description":"One."})", "One."},
      {"a summary beside a text", R"({"title":"T","summary":"One.","body":"Two."})", "Two."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_line(row.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == row.text);
  }
}

TEST_CASE("of a list under a key of one value, the values beyond the first are kept") {
  struct Row {
    const char* json;
    const char* section;
    std::vector<std::string> tags;
    std::vector<std::pair<std::string, std::string>> meta;
  };
  const Row rows[] = {
      {R"({"section":["World","Asia","World"],"tags":["trade","Asia"]})", "World", {"trade", "Asia"}, {}},
      {R"({"category":[null,{"name":"World"},{"name":"Asia"}]})", "World", {"Asia"}, {}},
      {R"({"title":["One","Two"]})", "", {}, {{"title", "Two"}}},
      {R"({"source":["Post","Wire","Agency"]})", "", {}, {{"source", R"(["Wire","Agency"])"}}},
      {R"({"fields":{"source":["Post","Wire"]}})", "", {}, {{"fields.source", "Wire"}}},
      {R"({"title":[{"type":"text","text":"The gan"},{"type":"text","text":"try"}]})", "", {}, {}},
      {R"({"source":["Post"],"title":["One",""],"section":[]})", "", {}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line("{\"text\":\"x\"," + std::string(row.json).substr(1));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.section == row.section);
    CHECK(read.articles[0].record.tags == row.tags);
    CHECK(read.articles[0].record.meta == row.meta);
  }
}

TEST_CASE("titles in objects") {
  struct Row {
    const char* json;
    const char* title;
  };
  const Row rows[] = {
      {R"({"title":{"rendered":"Quay &amp; <i>pier</i>"}})", "Quay & pier"},
      {R"({"headline":{"main":"Main","kicker":"K","print_headline":"Print"}})", "Main"},
      {R"({"title":{"deu":"Hafen","eng":"Harbour"},"lang":"eng"})", "Harbour"},
      {R"({"title":"a < b & c"})", "a < b & c"},
      {R"({"title":"One <em>two</em>"})", "One two"},
      {R"({"title":7})", "7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line(row.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.title == row.title);
    CHECK(read.noted(read::Note::TitleOnly));
  }
}

TEST_CASE("character references in texts without markup are decoded once") {
  struct Row {
    const char* json;
    const char* title;
    const char* text;
    std::size_t references;  // that are repairs
  };
  const Row rows[] = {
      {R"({"title":"Trump&#8217;s &quot;plan&quot;","text":"AT&amp;T &lt; x&nbsp;y &#x2019;&hellip;"})",
       "Trump’s \"plan\"", "AT&T < x y ’…", 8},
      {R"({"title":"&amp;amp;","text":"R&D; ?a=1&copy=2 & &nosuch; &#; &#xD800; &#1114112;"})", "&amp;",
       "R&D; ?a=1&copy=2 & &nosuch; &#; &#xD800; &#1114112;", 1},
      {R"({"title":"It&#146;s","text":"a&#0;b&#133;"})", "It’s", "a b…", 3},
      {R"({"title":"x","text":"<p>One &amp;amp; two.</p>"})", "x", "One &amp; two.", 0},
      {R"({"title":"x","text":"&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;"})", "x",
       "One & two.\n\nThree.", 9},
      {R"({"title":{"rendered":"A &amp;amp; b"},"content":{"rendered":"One &amp; two"}})", "A &amp; b", "One & two", 0},
      {R"({"title":"x","text":["One&rsquo;s.","&nbsp;","Two &amp; three."]})", "x", "One’s.\n\nTwo & three.", 3},
      {R"({"title":"كتاب&nbsp;جديد","text":"می&zwnj;شود &rlm;x"})", "كتاب جديد", "می\u200Cشود \u200Fx", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line(row.json);
    REQUIRE(read.articles.size() == 1);
    const Article& article = read.articles[0];
    CHECK(article.record.title == row.title);
    CHECK(article.text == row.text);
    std::size_t references = 0;
    for (const auto& reference : article.references) {
      references += reference.second.places;
    }
    CHECK(references == row.references);
  }
  read::ReadOptions as_written;
  as_written.repair = false;
  CHECK(read_line(R"({"text":"AT&amp;T"})", as_written).articles.at(0).text == "AT&amp;T");
}

TEST_CASE("names in objects") {
  struct Row {
    const char* json;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    const char* author_meta;
  };
  const char* const none = "absent";
  const Row rows[] = {
      {R"({"author":{"first_name":"Ann","last_name":"Lee"}})", {"Ann Lee"}, {}, none},
      {R"({"author":[{"given":"Ann","family":"Lee","sequence":"first"},{"family":"Roe"}]})",
       {"Ann Lee", "Roe"},
       {},
       none},
      {R"({"author":[{"firstName":"Ann","middleName":"B.","lastName":"Lee"}]})", {"Ann B. Lee"}, {}, none},
      {R"({"author":{"first":"Cy","last":"Roe"}})", {"Cy Roe"}, {}, none},
      {R"({"author":{"display_name":"Ann Lee","id":5}})", {"Ann Lee"}, {}, none},
      {R"({"author":[{"fullName":"Ann Lee"},{"title":"Dr","Vorname":"Bo","Nachname":"Poe"}]})",
       {"Ann Lee", "Bo Poe"},
       {},
       none},
      {R"({"author":{"name":{"given":"Ann","family":"Lee"}}})", {"Ann Lee"}, {}, none},
      {R"({"authors":{"author":["Ann Lee","Bo Poe"]},"tags":{"tag":"x, y"}})", {"Ann Lee", "Bo Poe"}, {"x", "y"}, none},
      {R"({"authors":{"author":{"first":"Cy","last":"Roe"}},"tags":{"tag":[{"name":"x"}]}})", {"Cy Roe"}, {"x"}, none},
      {R"({"tags":[{"slug":"sea-trade"},{"label":"Ports"},{"name":"Quay","slug":"quay"}]})",
       {},
       {"sea-trade", "Ports", "Quay"},
       none},
      {R"({"author":{"uid":"u5","karma":3}})", {}, {}, R"({"uid":"u5","karma":3})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line("{\"text\":\"x\"," + std::string(row.json).substr(1));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.authors == row.authors);
    CHECK(read.articles[0].record.tags == row.tags);
    CHECK(meta_of(read.articles[0], "author") == row.author_meta);
  }
}

TEST_CASE("names in fields: references, several in a text") {
  struct Row {
    const char* json;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    const char* section;
    const char* source;
  };
  const Row rows[] = {
      {R"({"author":"Ann&nbsp;Lee","tags":"Arts &amp; Culture; R&amp;D"})",
       {"Ann Lee"},
       {"Arts & Culture", "R&D"},
       "",
       ""},
      {R"({"author":"&nbsp;Bo Roe","tags":["Arts &amp; Culture","&nbsp;"]})", {"Bo Roe"}, {"Arts & Culture"}, "", ""},
      {R"({"author":"Smith &amp; Sons","section":"Food &amp; Drink"})", {"Smith & Sons"}, {}, "Food & Drink", ""},
      {R"({"author":"Ann&nbsp;Lee, Bo&nbsp;Roe &amp; Cy Poe","source":"Marks &#038; Co"})",
       {"Ann Lee", "Bo Roe", "Cy Poe"},
       {},
       "",
       "Marks & Co"},
      {R"({"author":"&nbsp;","section":["Arts &amp; Life","Q&amp;A"]})", {}, {"Q&A"}, "Arts & Life", ""},
      {R"({"author":"['Bo O&#39;Poe', 'Zo&euml; Lee']"})", {"Bo O'Poe", "Zoë Lee"}, {}, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line("{\"text\":\"x\"," + std::string(row.json).substr(1));
    REQUIRE(read.articles.size() == 1);
    const ArticleRecord& record = read.articles[0].record;
    CHECK(record.authors == row.authors);
    CHECK(record.tags == row.tags);
    CHECK(record.section == row.section);
    CHECK(record.source == row.source);
  }
}

TEST_CASE("keys of news services and crawlers") {
  struct Row {
    const char* name;
    const char* json;
    const char* date;
    const char* date_source;
  };
  const Row rows[] = {
      {"publication before the date of any kind", R"({"date":"2024-01-31","dateTimePub":"2024-01-30T09:00:00Z"})",
       "2024-01-30", "record"},
      {"Fundus", R"({"publishing_date":"2019-08-07 10:00:00+00:00"})", "2019-08-07", "record"},
      {"news-please", R"({"date_download":"2020-05-05 10:00:00","date_publish":"2019-04-04 01:02:03"})", "2019-04-04",
       "record"},
      {"a crawl alone", R"({"date_download":"2020-05-05 10:00:00","date_publish":null})", "2020-05-05", "crawl"},
      {"GDELT", R"({"seendate":"20240131T101500Z"})", "2024-01-31", "crawl"},
      {"schema.org", R"({"dateModified":"2021-01-01","expires":"2030-01-01","datePublished":"2020-01-02"})",
       "2020-01-02", "record"},
      {"changes, ends and events are none",
       R"({"dateModified":"2021-01-01","expires":"2030-01-01","event_date":"2022-01-01"})", "", ""},
      {"WordPress", R"({"date":"2023-06-19T00:22:33","date_gmt":"2023-06-18T22:22:33"})", "2023-06-19", "record"},
      {"Guardian", R"({"webPublicationDate":"2022-05-06T07:08:09Z"})", "2022-05-06", "record"},
      {"NYT", R"({"pub_date":"2021-02-03T04:05:06+0000"})", "2021-02-03", "record"},
      {"PHP", R"({"date":{"date":"2023-06-19 10:22:33.000000","timezone_type":3}})", "2023-06-19", "record"},
      {"a month of the declared language", R"({"date":"19 listopad 2023","lang":"pl"})", "2023-11-19", "record"},
      {"a month of no declared language", R"({"date":"19 listopad 2023"})", "", ""},
      {"a month alone", R"({"date":"2023-06"})", "2023-06", "record"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_line("{\"text\":\"x\"," + std::string(row.json).substr(1));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.date == row.date);
    CHECK(read.articles[0].record.date_source == row.date_source);
  }
  read::ReadOptions polish;
  polish.language = "pl";
  CHECK(read_line(R"({"text":"x","date":"19 listopad 2023"})", polish).articles.at(0).record.date == "2023-11-19");
  CHECK(read_as("2024-02-01.jsonl", R"({"text":"x","seendate":"20240131"})").articles.at(0).record.date ==
        "2024-02-01");
}

TEST_CASE("a source that is the address of a page is that, as trafilatura writes it") {
  struct Row {
    const char* json;
    const char* source;
    const char* url;
  };
  for (const Row& row : {
           Row{R"({"source":"https://a.example/x","source-hostname":"A Post","hostname":"a.example","text":"x"})",
               "A Post", "https://a.example/x"},
           Row{R"({"source":"https://a.example/x","url":"https://b.example/y","text":"x"})", "", "https://b.example/y"},
           Row{R"({"source":"https://a.example/","url":"https://a.example/y","text":"x"})", "https://a.example/",
               "https://a.example/y"},
       }) {
    CAPTURE(std::string(row.json));
    const Collected read = read_as("a.json", row.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.source == row.source);
    CHECK(read.articles[0].record.url == row.url);
  }
}

TEST_CASE("fields inside a member that holds nothing but fields") {
  const Collected read = read_line(
      R"({"id":"w/1","webTitle":"T","sectionName":"World","fields":{"bodyText":"One.","byline":"Jo Roe and Ann Lee","wordcount":"1"},)"
      R"("tags":[{"webTitle":"Taiwan"},{"name":"glocations","value":"China"}]})");
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.text == "One.");
  CHECK(article.record.authors == std::vector<std::string>{"Jo Roe", "Ann Lee"});
  CHECK(article.record.section == "World");
  CHECK(article.record.tags == std::vector<std::string>{"Taiwan", "China"});
  CHECK(article.record.meta == std::vector<std::pair<std::string, std::string>>{{"fields.wordcount", "1"}});
  CHECK(read_line(R"({"byline":{"original":"By Jo Roe and Ann Lee"},"text":"x"})").articles.at(0).record.authors ==
        std::vector<std::string>{"Jo Roe", "Ann Lee"});
  const Collected exported =
      read_line(R"({"_index":"news","_id":"e1","_source":{"title":"T","content":"One.","source":"Post"}})");
  CHECK(exported.articles.at(0).record.source == "Post");
}

TEST_CASE("keys of forums, blogs and messengers") {
  struct Row {
    const char* name;
    const char* json;
    const char* expected;  // text | date | source | url | language | authors | section | tags
  };
  const Row rows[] = {
      {"reddit",
       R"({"id":"a1","title":"T","selftext":"One.","subreddit":"news","domain":"self.news","created_utc":1687170153,)"
       R"("permalink":"/r/news/a1","author":"ann"})",
       "One. | 2023-06-19 | news | /r/news/a1 |  | ann |  | "},
      {"HTML", R"({"html":"One &amp; two","url":"https://a.example/x"})",
       "One & two |  |  | https://a.example/x |  |  |  | "},
      {"HTML of a page", R"({"raw_html":"<p>One.</p><p>Two.</p>"})", "One.\n\nTwo. |  |  |  |  |  |  | "},
      {"a text comes before HTML", R"({"html":"<p>Two.</p>","text":"One."})", "One. |  |  |  |  |  |  | "},
      {"WordPress",
       R"({"content":{"rendered":"<p>One.</p>"},"author":5,"tags":[7,8],"_embedded":{"author":[{"id":5,"name":"Ann Lee"}],)"
       R"("wp:term":[[{"id":1,"name":"World","taxonomy":"category"},{"id":2,"name":"Asia","taxonomy":"category"}],)"
       R"([{"id":7,"name":"trade","taxonomy":"post_tag"}]]}})",
       "One. |  |  |  |  | Ann Lee | World | trade,Asia"},
      {"WordPress, nothing embedded", R"({"text":"One.","author":5})", "One. |  |  |  |  |  |  | "},
      {"Mastodon",
       R"({"created_at":"2023-06-19T10:00:00Z","content":"<p>One.</p>","url":"https://m.example/1","language":"en","tags":[{"name":"sea"}]})",
       "One. | 2023-06-19 |  | https://m.example/1 | en |  |  | sea"},
      {"Bluesky",
       R"({"uri":"at://x/1","author":{"handle":"ann.example","displayName":"Ann Lee"},)"
       R"("record":{"createdAt":"2023-06-19T10:00:00Z","langs":["en"],"text":"One."},"indexedAt":"2023-06-20T10:00:00Z"})",
       "One. | 2023-06-19 |  | at://x/1 | en | Ann Lee |  | "},
      {"Telegram",
       R"({"messages":[{"id":1,"date":"2023-06-19T10:00:00","text":["The ",{"type":"bold","text":"ferry"}," ran."]}]})",
       "The ferry ran. | 2023-06-19 |  |  |  |  |  | "},
  };
  const auto joined = [](const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& value : values) {
      list += (list.empty() ? "" : ",") + value;
    }
    return list;
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_as("a.json", row.json);
    REQUIRE(read.articles.size() == 1);
    const ArticleRecord& record = read.articles[0].record;
    std::string got = read.articles[0].text;
    for (const std::string& value : {record.date, record.source, record.url, record.language, joined(record.authors),
                                     record.section, joined(record.tags)}) {
      got += " | " + value;
    }
    CHECK(got == row.expected);
  }
}

TEST_CASE("what stands for no name is none") {
  struct Row {
    const char* json;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    const char* section;
    const char* source;
    std::vector<std::pair<std::string, std::string>> meta;
  };
  const Row rows[] = {
      {R"({"author":"nan","source":"None","section":"N/A","tags":"-"})", {}, {}, "", "", {}},
      {R"({"author":"null","byline":"Ann Lee","source":"—","publisher":"Post","section":" NaN "})",
       {"Ann Lee"},
       {},
       "",
       "Post",
       {}},
      {R"({"authors":["nan","Ann Lee"],"tags":["None","trade"],"category":["n/a","World"]})",
       {"Ann Lee"},
       {"trade"},
       "World",
       "",
       {}},
      {R"({"author":{"name":"None"},"source":{"name":"nan"}})",
       {},
       {},
       "",
       "",
       {{"author", R"({"name":"None"})"}, {"source", R"({"name":"nan"})"}}},
      {R"({"author":3,"tags":[7,12]})", {}, {}, "", "", {{"author", "3"}, {"tags", "[7,12]"}}},
      {R"({"author":"3","tags":["2024"],"section":7})", {}, {"2024"}, "7", "", {{"author", "3"}}},
      {R"({"author":"Nan Lee","section":"None of it","tags":"nan, Null Island"})",
       {"Nan Lee"},
       {"Null Island"},
       "None of it",
       "",
       {}},
      {R"({"byline":"By <a href=\"x\">Bo Poe</a> and <b>Ann&nbsp;Lee</b>","section":"<a href='/w'>World</a>"})",
       {"Bo Poe", "Ann Lee"},
       {},
       "World",
       "",
       {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line("{\"text\":\"x\"," + std::string(row.json).substr(1));
    REQUIRE(read.articles.size() == 1);
    const ArticleRecord& record = read.articles[0].record;
    CHECK(record.authors == row.authors);
    CHECK(record.tags == row.tags);
    CHECK(record.section == row.section);
    CHECK(record.source == row.source);
    CHECK(record.meta == row.meta);
  }
}

TEST_CASE("keys in other languages, and with what is not seen in them") {
  struct Row {
    const char* json;
    const char* expected;
  };
  const Row rows[] = {
      {R"({"Titel":"T","Inhalt":"One.","Datum":"19.06.2023","Autor":"Ann Lee","Quelle":"Post","Ressort":"Welt"})",
       "T|One.|2023-06-19|Post|Welt|Ann Lee"},
      {R"({"Titre":"T","Texte":"One.","Auteur":"Ann Lee","Rubrique":"Monde"})", "T|One.|||Monde|Ann Lee"},
      {R"({"título":"T","Texto":"One.","Fecha":"19/06/2023","fuente":"Post","Sección":"Mundo"})",
       "T|One.|2023-06-19|Post|Mundo|"},
      {R"({"titolo":"T","testo":"One.","data":"19/06/2023","fonte":"Post"})", "T|One.|2023-06-19|Post||"},
      {R"({"text":"One.","data":"19 kB","title":"T"})", "T|One.||||"},
      {R"({"Text\u00A0":"One.","\uFEFFTitle":"T"," date\u200B":"2023-06-19"})", "T|One.|2023-06-19|||"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line(row.json);
    REQUIRE(read.articles.size() == 1);
    const ArticleRecord& record = read.articles[0].record;
    const std::string author = record.authors.empty() ? "" : record.authors[0];
    CHECK(record.title + "|" + read.articles[0].text + "|" + record.date + "|" + record.source + "|" + record.section +
              "|" + author ==
          row.expected);
    CHECK_FALSE(read.noted(read::Note::BadDate));
  }
}

TEST_CASE("dates of records") {
  struct Row {
    const char* json;
    const char* date;
    bool noted;
  };
  const Row rows[] = {
      {R"({"text":"x","date":""})", "", false},
      {R"({"text":"x","date":null})", "", false},
      {R"({"text":"x","date":"yesterday-ish"})", "", true},
      {R"({"text":"x","date":"2014-02-31"})", "", true},
      {R"({"text":"x","timestamp":1687170153})", "2023-06-19", false},
      {R"({"text":"x","timestamp":1687170153.7})", "2023-06-19", false},
      {R"({"text":"x","date":20230619})", "2023-06-19", false},
      {R"({"text":"x","date":{"$date":"2023-06-19T00:00:00Z"}})", "2023-06-19", false},
      {R"({"text":"x","date":2014})", "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line(row.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.date == row.date);
    CHECK(read.noted(read::Note::BadDate) == row.noted);
  }
}

TEST_CASE("a broken line is rejected by line and byte, the rest is read") {
  const Collected read = read_line(
      "{\"id\":\"r1\",\"text\":\"A river.\"}\n\n{\"id\":\"r2\",\"text\":\"\\p\"}\r\n"
      "{\"id\":\"r3\",\"text\":\"The river.\"}");
  CHECK(read.ids() == std::vector<std::string>{"r1", "r3"});
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].line == 3);
  CHECK(read.rejects[0].byte == 31);
  CHECK(read.rejects[0].reason.find("escape") != std::string::npos);
  CHECK(read.articles[1].record.origin.offset == 56);
}

TEST_CASE("what is no article is rejected and says why") {
  struct Row {
    const char* json;
    const char* reason;
  };
  const Row rows[] = {
      {R"({"id":"1","text":""})", "its text is empty"},
      {R"({"id":"1","corpus":"x"})", "--map text=KEY (its keys: id, corpus)"},
      {R"({})", "record is empty"},
      {R"([1])", "a number is not a JSON object"},
      {R"(17)", "a number is not a JSON object"},
      {R"({"text":"x")", "missing"},
      {R"({"text":"x)", "not closed"},
      {R"({"text":tru})", "true, false or null"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const Collected read = read_line(std::string(row.json) + "\n{\"text\":\"good\"}\n");
    CHECK(read.articles.size() == 1);
    REQUIRE(read.rejects.size() == 1);
    CAPTURE(read.rejects[0].reason);
    CHECK(read.rejects[0].reason.find(row.reason) != std::string::npos);
  }
}

TEST_CASE("an answer without articles is skipped, no reject") {
  for (const char* json : {R"({"status":"ok","totalResults":0,"articles":[]})", "[]", "[\n]\n",
                           R"({"hits":{"hits":[]}})", R"({"data":[]})", R"({"response":{"status":"ok","results":[]}})",
                           R"({"articles":{"results":[],"totalResults":0}})"}) {
    CAPTURE(std::string(json));
    const Collected read = read_as("a.json", json);
    CHECK(read.articles.empty());
    CHECK(read.rejects.empty());
    CHECK(read.skipped(read::Skip::NoArticle) == 1);
  }
  CHECK(read_line("{\"articles\":[]}\n{\"text\":\"a\"}").skipped(read::Skip::NoArticle) == 1);
  CHECK(read_as("a.json", R"({"title":"One","items":[]})").articles.size() == 1);
  CHECK(read_as("a.json", R"({"rows":[],"data":[[1]]})").rejects.size() == 1);
}

TEST_CASE("bad bytes cost no record") {
  using namespace std::string_literals;
  struct Row {
    const char* name;
    std::string json;
    std::string text;
    read::Note note;
  };
  const Row rows[] = {
      {"UTF-8 with one bad byte", "{\"text\":\"żółć \xFF x\"}", "żółć \xEF\xBF\xBD x", read::Note::InvalidUtf8},
      {"latin-1", "{\"text\":\"le caf\xE9 du port\"}", "le café du port", read::Note::Encoding},
      {"NUL", "{\"text\":\"a\0b\"}"s, "a b", read::Note::NulBytes},
      {"half a pair", R"({"text":"a \ud83d b"})", "a \xEF\xBF\xBD b", read::Note::InvalidUtf8},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_line(row.json + "\n{\"text\":\"next\"}");
    CHECK(read.rejects.empty());
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].text == row.text);
    CHECK(read.noted(row.note));
  }
  CHECK(read_line(R"({"text":"x","score":NaN})").articles.size() == 1);
}

TEST_CASE("byte-order marks and UTF-16") {
  using namespace std::string_literals;
  CHECK(read_line("\xEF\xBB\xBF{\"id\":\"b\",\"text\":\"x\"}").ids() == std::vector<std::string>{"b"});
  const Collected read = read_line("\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0x\0\"\0}\0\n\0"s);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "x");
  CHECK(read.noted(read::Note::Encoding));
}

TEST_CASE("arrays, single objects, wrapped arrays, values over lines") {
  struct Row {
    const char* name;
    const char* json;
    std::vector<std::string> ids;
  };
  const Row rows[] = {
      {"array", R"([{"text":"a"},{"id":"x","text":"b]}"}, {"text":"c\"["}])", {"a.json:1", "x", "a.json:3"}},
      {"array over lines", "[\n {\n\"text\": \"a\"\n },\n {\"text\": \"b\"}\n]\n", {"a.json:1", "a.json:2"}},
      {"one object", "{\n \"text\": \"a\"\n}\n", {"a.json"}},
      {"one object on one line", R"({"text": "a"})", {"a.json"}},
      {"objects over lines", "{\n\"text\": \"a\"\n}\n{\n\"text\": \"b\"\n}", {"a.json:1", "a.json:2"}},
      {"wrapped twice", "{\"response\": {\"status\": \"ok\", \"results\": [{\"text\":\"a\"}]}}", {"a.json:1"}},
      {"wrapped beside a description", R"({"description":"Feed","items":[{"text":"a"}]})", {"a.json:1"}},
      {"wrapped", "{\"status\": \"ok\",\n\"articles\": [{\"text\":\"a\"},{\"text\":\"b\"}]}", {"a.json:1", "a.json:2"}},
      {"a listing of Reddit",
       R"({"kind":"Listing","data":{"after":"t","children":[{"kind":"t3","data":{"id":"r1","title":"T","selftext":""}},{"kind":"t3","data":{"id":"r2","selftext":"b"}}]}})",
       {"r1", "r2"}},
      {"a feed of Bluesky",
       R"({"feed":[{"post":{"uri":"at://x/1","author":{"displayName":"Ann"},"record":{"text":"a","createdAt":"2023-06-19"}}}],"cursor":"c"})",
       {"at://x/1"}},
      {"lines", "{\"text\":\"a\"}\n\n{\"text\":\"b\"}", {"a.json:1", "a.json:3"}},
      {"url as id", "{\"text\":\"a\",\"url\":\"http://u\"}", {"http://u"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_as("a.json", row.json);
    CHECK(read.ids() == row.ids);
    CHECK(read.rejects.empty());
  }
}

TEST_CASE("a table by columns is read by its rows") {
  const Collected read = read_as(
      "a.json", R"({"title":{"0":"One","1":null},"text":{"0":"a \"b\"","1":"c"},"n\"":{"0":1.10,"1":{"x":2}}})");
  CHECK(read.ids() == std::vector<std::string>{"a.json:1", "a.json:2"});
  CHECK(read.rejects.empty());
  CHECK(read.articles.at(0).record.title == "One");
  CHECK(read.articles.at(0).text == "a \"b\"");
  CHECK(meta_of(read.articles.at(0), "n\"") == "1.10");
  CHECK(read.articles.at(1).text == "c");
  CHECK(meta_of(read.articles.at(1), "n\"") == R"({"x":2})");
  read::ReadOptions options;
  options.map = {{"text", "body"}, {"id", "key"}};
  const Collected mapped = read_as("a.json", R"({"body":{"7":"a","9":"b"},"key":{"7":"k","9":"l"}})", options);
  CHECK(mapped.ids() == std::vector<std::string>{"k", "l"});
  CHECK_FALSE(mapped.noted(read::Note::UnmatchedMap));
  // Objects with numbers for keys are no columns where others are none.
  CHECK(read_as("a.json", R"({"title":"T","text":{"0":"a","1":"b"}})").articles.at(0).text == "a\nb");
}

TEST_CASE("JSON Feed") {
  const Collected read = read_as(
      "feed.json",
      R"({"version":"https://jsonfeed.org/version/1.1","title":"The Islander","authors":[{"name":"Desk"}],"items":[)"
      R"({"id":"https://a.example/1","title":"Two more boats","content_html":"<p>The ferry <b>ran</b>.</p>",)"
      R"("date_published":"2023-06-19T10:22:33+02:00","date_modified":"2023-06-20","authors":[{"name":"Jane Roe"}]},)"
      R"({"id":"2","content_text":"A note about the pier.","tags":["pier"]}]})");
  REQUIRE(read.ids() == std::vector<std::string>{"https://a.example/1", "2"});
  CHECK(read.articles[0].record.title == "Two more boats");
  CHECK(read.articles[0].record.date == "2023-06-19");
  CHECK(read.articles[0].record.authors == std::vector<std::string>{"Jane Roe"});
  CHECK(read.articles[0].text == "The ferry ran.");
  CHECK(read.articles[1].text == "A note about the pier.");
  CHECK(read.articles[1].record.tags == std::vector<std::string>{"pier"});
}

TEST_CASE("a broken element of an array costs no other") {
  const Collected read = read_as("a.json", R"([{"text":"a"},{"text":},17,{"text":"d"}])");
  CHECK(read.ids() == std::vector<std::string>{"a.json:1", "a.json:4"});
  CHECK(read.rejects.size() == 2);
}

TEST_CASE("a file that was cut off says so, and what came before stays") {
  struct Row {
    const char* name;
    const char* file;
    const char* json;
    std::size_t articles;
    std::uint64_t line;
    std::uint64_t byte;
    const char* reason;
  };
  const Row rows[] = {
      {"behind a comma", "a.json", "[{\"text\":\"a\"},\n{\"text\":\"b\"},\n", 2, 3, 29, "at byte 29"},
      {"behind a record", "a.json", "[{\"text\":\"a\"},\n{\"text\":\"b\"}", 2, 2, 27, "at byte 27"},
      {"behind the only record", "a.json", R"([{"text":"a"})", 1, 1, 13, "at byte 13"},
      {"behind the bracket", "a.json", "[\n", 0, 2, 2, "at byte 2"},
      {"inside a record", "a.json", R"([{"text":"a"},{"text":"b)", 1, 1, 14, "at byte 24"},
      {"inside a record over lines", "a.json", "{\n\"text\":\"a\"\n}\n{\n\"text\":", 1, 4, 15, "at byte 24"},
      {"inside a line", "a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b", 1, 2, 13, "at byte 23"},
      {"an array in JSON Lines", "a.jsonl", R"([{"text":"a"},)", 1, 1, 14, "at byte 14"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_as(row.file, row.json);
    CHECK(read.articles.size() == row.articles);
    REQUIRE(read.rejects.size() == 1);
    CHECK(read.rejects[0].line == row.line);
    CHECK(read.rejects[0].byte == row.byte);
    CAPTURE(read.rejects[0].reason);
    CHECK(read.rejects[0].reason.find(row.reason) != std::string::npos);
  }
}

TEST_CASE("records longer than the read buffer") {
  std::string json = R"({"id":"big","text":")";
  for (int i = 0; i < 100'000; ++i) {
    json += "Every boat came home. ";
  }
  json += "\"}";
  const Collected lines = read_line("{\"text\":\"first\"}\n" + json + "\n{\"text\":\"last\"}\n");
  CHECK(lines.articles.size() == 3);
  CHECK(lines.articles.at(1).text.size() > 2'000'000);
  const Collected array = read_as("a.json", "[{\"text\":\"first\"},\n" + json + ",{\"text\":\"last\"}]");
  CHECK(array.articles.size() == 3);
  CHECK(array.articles.at(1).text == lines.articles.at(1).text);
}

TEST_CASE("--map and --set") {
  read::ReadOptions options;
  options.map = {{"text", "data.body"}, {"title", "kicker"}, {"meta.words", "n"}, {"date", "when.published"}};
  options.set = {{"source", "The Post"}, {"meta.batch", "3"}, {"lang", "de"}};
  const Collected read = read_line(
      R"({"text":"not this","data":{"body":"The river.","x":1},"kicker":"K","n":5,"when":{"published":"2020-01-02"},"title":"T"})",
      options);
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.text == "The river.");
  CHECK(article.record.title == "K");
  CHECK(article.record.date == "2020-01-02");
  CHECK(article.record.source == "The Post");
  CHECK(article.record.language == "de");
  CHECK(meta_of(article, "words") == "5");
  CHECK(meta_of(article, "batch") == "3");
  CHECK(meta_of(article, "text") == "not this");
  CHECK(meta_of(article, "title") == "T");
  CHECK(meta_of(article, "data.x") == "1");
  CHECK(meta_of(article, "data") == "absent");
}

TEST_CASE("--map steps through arrays, with and without brackets") {
  for (const char* path : {"blocks.parts.words", "blocks[].parts[].words", "blocks.parts[].words"}) {
    CAPTURE(path);
    read::ReadOptions options;
    options.map = {{"text", path}, {"tags", "labels.name"}, {"meta.kinds", "blocks.kind"}, {"title", "names"}};
    const Collected read = read_line(
        R"({"blocks":[{"kind":"p","parts":[{"words":"One."},{"words":""}]},{"kind":"q","parts":{"words":"Two."}},7],)"
        R"("labels":[{"name":"a"},{"name":"b"}],"names":["N"]})",
        options);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "One.\n\nTwo.");
    CHECK(read.articles[0].record.tags == std::vector<std::string>{"a", "b"});
    CHECK(read.articles[0].record.title == "N");
    CHECK(read.articles[0].record.meta == std::vector<std::pair<std::string, std::string>>{{"kinds", R"(["p","q"])"}});
    CHECK_FALSE(read.noted(read::Note::UnmatchedMap));
  }
}

TEST_CASE("a --map that no record has is noted once") {
  read::ReadOptions options;
  options.map = {{"text", "body"}, {"title", "tilte"}};
  const Collected read = read_line("{\"body\":\"a\"}\n{\"text\":\"b\",\"title\":\"T\"}\n{\"body\":\"c\"}", options);
  CHECK(read.articles.size() == 2);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0] == std::pair<read::Note, std::string>{read::Note::UnmatchedMap, "title=tilte"});
}

TEST_CASE("--set fills what a record lacks, := what it has too") {
  struct Row {
    std::vector<std::pair<std::string, std::string>> set;
    const char* expected;  // date, source, lang, authors, tags and meta "desk" of two records, the first one complete
  };
  const Row rows[] = {
      {{}, "2020-01-02 Post de Ann Lee a d; - - - - - -;"},
      {{{"date", "2021-02"}, {"source", "X"}, {"lang", "fr"}, {"authors", "Jo Roe"}, {"tags", "t"}, {"meta.desk", "m"}},
       "2020-01-02 Post de Ann Lee a d; 2021-02 X fr Jo Roe t m;"},
      {{{"date:", "2021-02-03"},
        {"source:", "X"},
        {"lang:", "fr"},
        {"authors:", "Jo Roe"},
        {"tags:", "t"},
        {"meta.desk:", "m"}},
       "2021-02-03 X fr Jo Roe t m; 2021-02-03 X fr Jo Roe t m;"},
  };
  const auto shown = [](const std::string& text) { return text.empty() ? std::string("-") : text; };
  for (const Row& row : rows) {
    read::ReadOptions options;
    options.set = row.set;
    const Collected read = read_line(
        R"({"text":"a","date":"2020-01-02","source":"Post","lang":"de","author":"Ann Lee","tags":["a"],"desk":"d"})"
        "\n{\"text\":\"b\"}",
        options);
    std::string got;
    for (const Article& article : read.articles) {
      const ArticleRecord& record = article.record;
      const std::string desk = meta_of(article, "desk");
      got += (got.empty() ? "" : " ") + shown(record.date) + " " + shown(record.source) + " " + shown(record.language) +
             " " + (record.authors.empty() ? "-" : record.authors.at(0)) + " " +
             (record.tags.empty() ? "-" : record.tags.at(0)) + " " + (desk == "absent" ? "-" : desk) + ";";
    }
    CHECK(got == row.expected);
  }
}

TEST_CASE("a date of --set comes before one of the path, behind one that --date-from finds") {
  read::ReadOptions options;
  options.set = {{"date", "2021-02-03"}};
  CHECK(read_as("2024-06-01.jsonl", R"({"text":"a"})", options).articles.at(0).record.date == "2021-02-03");
  options.date_from = "%Y-%m-%d";
  CHECK(read_as("2024-06-01.jsonl", R"({"text":"a"})", options).articles.at(0).record.date == "2024-06-01");
}

TEST_CASE("values that a field of --set cannot take are usage errors") {
  for (const auto& row : std::vector<std::pair<std::string, std::string>>{{"date", "soon"},
                                                                          {"date:", "06/07/2017"},
                                                                          {"lang", "klingonish"},
                                                                          {"lang:", "jp"},
                                                                          {"lang", "zzz"},
                                                                          {"id:", "x"},
                                                                          {"colour:", "x"}}) {
    const auto& field = row.first;
    const auto& value = row.second;
    CAPTURE(field);
    read::ReadOptions options;
    options.set = {{field, value}};
    CHECK_THROWS_AS(read::check_options(options), Failure);
  }
}

TEST_CASE("a language of --set is a code or a name, of a country or not") {
  for (const auto& row : std::vector<std::pair<std::string, std::string>>{
           {"de", "de"}, {"German", "de"}, {"en-GB", "en"}, {"swahili", "sw"}, {"haw", "haw"}}) {
    const auto& typed = row.first;
    CAPTURE(typed);
    read::ReadOptions options;
    options.set = {{"lang:", typed}};
    CHECK(read_line(R"({"text":"a","lang":"fr"})", options).articles.at(0).record.language == row.second);
  }
}

TEST_CASE("fields that do not exist are usage errors with the list") {
  for (const char* field : {"heading", "meta.", ""}) {
    CAPTURE(field);
    read::ReadOptions options;
    options.map = {{field, "x"}};
    try {
      read::check_options(options);
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.code() == ExitCode::Usage);
      CHECK(failure.advice().find("authors") != std::string::npos);
    }
  }
  read::ReadOptions same_id;
  same_id.set = {{"id", "x"}};
  CHECK_THROWS_AS(read::check_options(same_id), Failure);
  read::ReadOptions format;
  format.format = "yaml";
  CHECK_THROWS_AS(read::check_options(format), Failure);
}

TEST_CASE("--lang is for records that declare none") {
  read::ReadOptions options;
  options.language = "fr";
  const Collected read = read_line("{\"text\":\"a\"}\n{\"text\":\"b\",\"lang\":\"en\"}", options);
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].record.language == "fr");
  CHECK(read.articles[1].record.language == "en");
}
