// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/read/json/read_json.h"

using namespace nutgraf;
using test::article_with;
using test::Collected;
using test::meta_of;
using test::read_line;

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
    const ArticleRecord record = article_with(row.json).record;
    CHECK(record.section == row.section);
    CHECK(record.tags == row.tags);
    CHECK(record.meta == row.meta);
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
    const Article article = article_with(row.json);
    CHECK(article.record.authors == row.authors);
    CHECK(article.record.tags == row.tags);
    CHECK(meta_of(article, "author") == row.author_meta);
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
    const ArticleRecord record = article_with(row.json).record;
    CHECK(record.authors == row.authors);
    CHECK(record.tags == row.tags);
    CHECK(record.section == row.section);
    CHECK(record.source == row.source);
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
    const ArticleRecord record = article_with(row.json).record;
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
