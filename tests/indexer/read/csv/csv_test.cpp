// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using test::Collected;
using Texts = std::vector<std::string>;
using Map = std::vector<std::pair<std::string, std::string>>;

namespace {

Collected articles_of(const std::string& bytes, const Map& map = {}, const char* name = "a.csv") {
  const test::TempDir folder;
  read::ReadOptions options;
  options.inputs = {folder.write(name, bytes).string()};
  options.map = map;
  return test::collect(std::move(options));
}

Texts texts(const Collected& all) {
  Texts found;
  for (const Article& article : all.articles) {
    found.push_back(article.text);
  }
  return found;
}

/// "2: reason" of every reject.
Texts rejects(const Collected& all) {
  Texts found;
  for (const read::Reject& reject : all.rejects) {
    found.push_back(std::to_string(reject.line) + ": " + reject.reason);
  }
  return found;
}

}  // namespace

TEST_CASE("numbers by which spreadsheets count days") {
  const Collected all = articles_of(
      "title,date,text,pages\nA,41702,The river rose.,41702\nB,41703.43,It "
      "fell.,2\nC,417020,More.,3\nD,2014-03-04,More.,4\n");
  REQUIRE(all.articles.size() == 4);
  CHECK(all.articles[0].record.date == "2014-03-04");
  CHECK(all.articles[0].record.meta == std::vector<std::pair<std::string, std::string>>{{"pages", "41702"}});
  CHECK(all.articles[1].record.date == "2014-03-05");
  CHECK(all.articles[1].record.time == "T10:19");
  CHECK(all.articles[2].record.date.empty());
  CHECK(all.articles[3].record.date == "2014-03-04");
}

TEST_CASE("names of columns in other languages") {
  const char* const tables[] = {"标题,日期,正文,作者\nx,2014-03-04,The river rose.,Ann Lee\n",
                                "タイトル,日付,本文,著者\nx,2014年3月4日,The river rose.,Ann Lee\n",
                                "Заголовок;Дата;Текст;Автор\nx;04.03.2014;The river rose.;Ann Lee\n"};
  for (const char* const table : tables) {
    CAPTURE(table);
    const Collected all = articles_of(table);
    REQUIRE(all.articles.size() == 1);
    CHECK(all.articles[0].record.title == "x");
    CHECK(all.articles[0].record.date == "2014-03-04");
    CHECK(all.articles[0].record.authors == Texts{"Ann Lee"});
    CHECK(all.articles[0].text == "The river rose.");
  }
}

TEST_CASE("the columns of a table fill the fields that keys of records do") {
  const Collected all = articles_of(
      "ID,Headline,Body,Publish_Date,By line,Tags,url,score\n"
      "c1,\"Rain, again\",\"The river rose,\nthen \"\"fell\"\".\",2020-01-02,\"By Ann Lee and Jo Roe\",\"a, b\","
      "http://one.example/a,3\n");
  REQUIRE(all.ids() == Texts{"c1"});
  const Article& article = all.articles[0];
  CHECK(article.record.title == "Rain, again");
  CHECK(article.text == "The river rose,\nthen \"fell\".");
  CHECK(article.record.date == "2020-01-02");
  CHECK(article.record.authors == Texts{"Ann Lee", "Jo Roe"});
  CHECK(article.record.tags == Texts{"a", "b"});
  CHECK(article.record.url == "http://one.example/a");
  CHECK(article.record.meta == std::vector<std::pair<std::string, std::string>>{{"score", "3"}});
}

TEST_CASE("rows without an id have their URL, else their number") {
  CHECK(articles_of("text,url\nOne.,http://one.example/a\n").ids() == Texts{"http://one.example/a"});
  CHECK(articles_of("text,n\nOne.,1\n\n,\nbad\nTwo.,2\n").ids() == Texts{"a.csv:1", "a.csv:3"});
}

TEST_CASE("delimiter, line ends and encoding are told from the content") {
  struct Row {
    const char* name;
    std::string bytes;
  };
  const Row rows[] = {
      {"comma", "id,text\n1,A river; a boat\n2,Two\n"},
      {"semicolon", "id;text\n1;A river, a boat\n2;Two\n"},
      {"semicolon, with commas in the header's cells", "id;\"text\";\"a,b,c\"\n1;A river;\n2;Two;\n"},
      {"tab", "id\ttext\n1\tA river; a boat\n2\tTwo\n"},
      {"bar", "id|text\n1|A river; a boat\n2|Two\n"},
      {"CRLF", "id,text\r\n1,A river; a boat\r\n2,Two\r\n"},
      {"CR alone", "id,text\r1,A river; a boat\r2,Two\r"},
      {"CR, with LF in quotes", "id,text\r1,\"A river;\n\n a boat\n\"\r2,\"Two\"\r"},
      {"CR, with CRLF in quotes", "id,\"text\"\r1,\"A river;\r\na boat\"\r2,Two\r"},
      {"CR, with LF in a quoted name", "id,text,\"a\nnote\"\r1,A river,\r2,Two,\r"},
      {"LF, with CR in quotes", "id,text\n1,\"A river;\ra boat\r\"\n2,Two\n"},
      {"LF, with CR in a cell", "id,text\n1,A river;\ra boat\n2,Two\n"},
      {"CR twice before LF", "id,text\r\r\n1,A river; a boat\r\r\n2,Two\r\r\n"},
      {"no last line end", "id,text\n1,A river; a boat\n2,Two"},
      {"byte-order mark", "\xEF\xBB\xBFid,text\n1,A river; a boat\n2,Two\n"},
      {"blank lines", "\n\nid,text\n\n1,A river; a boat\n\n\n2,Two\n"},
      {"separator line", "sep=;\r\nid;text\r\n1;A river, a boat\r\n2;Two\r\n"},
      {"header repeated where files were joined", "id,text\n1,A river; a boat\nid,text\n2,Two\n"},
      {"marks where files were joined", "\uFEFFid,text\n1,A river; a boat\n\uFEFFid,text\n\uFEFF\uFEFF2,Two\n"},
      {"rows of nothing", "id,text\n1,A river; a boat\n,\n , \n2,Two\n"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(row.bytes);
      CHECK(all.ids() == Texts{"1", "2"});
      REQUIRE(all.articles.size() == 2);
      CHECK(all.articles[1].text == "Two");
      CHECK(rejects(all).empty());
    }
  }
}

TEST_CASE("parts of joined tables may have different line ends") {
  const std::string header = "id,text,n";
  for (const std::string first : {"\n", "\r\n", "\r"}) {
    for (const std::string second : {"\n", "\r\n", "\r"}) {
      for (const std::string third : {"\n", "\r\n", "\r"}) {
        std::string table;
        int id = 0;
        for (const std::string& end : {first, second, third}) {
          table += header + end;
          for (int i = 0; i < 3; ++i) {
            const std::string number = std::to_string(++id);
            table += number + (i == 1 ? ",\"A river,\nor two\",3" : ",A river,3") + end;
          }
        }
        CAPTURE(table);
        const Collected all = articles_of(table);
        CHECK(all.ids() == Texts{"1", "2", "3", "4", "5", "6", "7", "8", "9"});
        CHECK(rejects(all).empty());
      }
    }
  }
}

TEST_CASE("a bad row does not cost those that end otherwise") {
  const Collected all = articles_of("id,text\n1,One\n2,Two\rbad\r3,Three\r4,Four\r");
  CHECK(all.ids() == Texts{"1", "2", "3", "4"});
  CHECK(rejects(all).size() == 1);
}

TEST_CASE("tables are converted to UTF-8") {
  const std::string utf16("\xFF\xFEt\0e\0x\0t\0,\0n\0\n\0\xE9\0t\0\xE9\0,\0001\0\n\0", 28);
  CHECK(texts(articles_of(utf16)) == Texts{"été"});
  const std::string latin =
      "text,n\nL'\xE9t\xE9 au d\xE9jeuner fut tr\xE8s agr\xE9"
      "able,1\n";
  const Collected all = articles_of(latin);
  CHECK(texts(all) == Texts{"L'été au déjeuner fut très agréable"});
  CHECK(all.noted(read::Note::Encoding));
  CHECK(texts(articles_of("text,n\nété et caf\xE9,1\n")) == Texts{"été et caf\uFFFD"});
}

TEST_CASE("whether quotes mean anything is told for each table") {
  struct Row {
    const char* name;
    std::string bytes;
    Texts expected;
  };
  const Row rows[] = {
      {"quoted, with line ends",
       "id\ttext\n1\t\"One\ntwo\tthree\"\n2\t\"Four \"\"five\"\"\"\n",
       {"One\ntwo\tthree", "Four \"five\""}},
      {"quotes are characters",
       "id\ttext\n1\t\"One\" two\n2\t\"Three\n3\tFour\n4\tFive\" six\n",
       {"\"One\" two", "\"Three", "Four", "Five\" six"}},
      {"quotes inside alone", "id\ttext\n1\tOne \"two\"\n2\t\"Three\"\n", {"One \"two\"", "Three"}},
      {"backslashes",
       "id,text\n1,\"One \\\"two, three\\\", four\"\n2,\"C:\\\\a\"\n",
       {"One \"two, three\", four", "C:\\a"}},
      {"backslashes that mean nothing", "id,text\n1,\"One \\ two\"\n2,\"Three\\\"\n", {"One \\ two", "Three\\"}},
      {"text behind a quote",
       "id,text\n1,\"One\" two\n2,\"Three\nfour\"\n3,\"Five\nsix\nseven\"\n",
       {"One two", "Three\nfour", "Five\nsix\nseven"}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(row.bytes, {}, row.bytes.starts_with("id\t") ? "a.tsv" : "a.csv");
      CHECK(texts(all) == row.expected);
      CHECK(rejects(all).empty());
    }
  }
}

TEST_CASE("a row that is no row is one reject with its line") {
  struct Row {
    const char* name;
    std::string bytes;
    Texts ids;
    Texts rejects;
  };
  const Row rows[] = {
      {"too short", "id,text,n\n1,One.,1\n2,Two.\n3,Three.,3\n", {"1", "3"}, {"3: it has 2 columns, the header has 3"}},
      {"too long",
       "id,text\n1,\"O\nne.\"\n2,Two.,2\n3,Three.\n",
       {"1", "3"},
       {"4: it has 3 columns, the header has 2"}},
      {"neither text nor title", "id,text\n1,\n2,Two.\n", {"2"}, {"2: no text: its text is empty and it has no title"}},
      {"a quote that nothing closes",
       "id,text,n\n1,\"One\",1\n2,\"Two,2\n3,Three.,3\n4,Four.,4\n",
       {"1", "3", "4"},
       {"3: the quote that opens in line 3 is not closed"}},
      {"a quote that the next one closes",
       "id,text,n\n1,\"One\",1\n2,\"Two,2\n3,\"Three.\",3\n4,\"Fo\nur.\",4\n",
       {"1", "3", "4"},
       {"3: a quote in it is not closed at the end of its column"}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(row.bytes);
      CHECK(all.ids() == row.ids);
      CHECK(rejects(all) == row.rejects);
    }
  }
}

TEST_CASE("a reject has the byte where its row begins") {
  const Collected all = articles_of("id,text,n\n1,One.,1\n2,Two.\n");
  REQUIRE(all.rejects.size() == 1);
  CHECK(all.rejects[0].byte == 19);
}

TEST_CASE("columns are named with --map, by name or number") {
  CHECK(texts(articles_of("a,b.c\n1,One.\n", {{"text", "b.c"}})) == Texts{"One."});
  CHECK(texts(articles_of("1,One.\n2,Two.\n", {{"text", "2"}, {"id", "1"}})) == Texts{"One.", "Two."});
  CHECK(articles_of("1,One.\n2,Two.\n", {{"text", "2"}, {"id", "1"}}).ids() == Texts{"1", "2"});
  const Collected numbered = articles_of("title,x\nRain,One.\n", {{"text", "2"}});
  CHECK(texts(numbered) == Texts{"One."});
  CHECK(numbered.articles.at(0).record.title == "Rain");
  CHECK(articles_of("a,text\n1,One.\n", {{"section", "b"}}).noted(read::Note::UnmatchedMap));
}

TEST_CASE("a table that names no text is one reject that says what to do") {
  const Collected all = articles_of("foo,bar\n1,One.\n2,Two.\n");
  CHECK(all.articles.empty());
  CHECK(rejects(all) == Texts{"1: no column is known as a text or title: name it with --map text=COLUMN (its columns: "
                              "foo, bar), or by its number where there is no header: --map text=2"});
}

TEST_CASE("the columns in that message are few, short and UTF-8") {
  const Collected all = articles_of("é,\xE9,c,d,e,f,g,h,i" + std::string(1000, 'x') + "\nété été,2,3,4,5,6,7,8,9\n");
  REQUIRE(all.rejects.size() == 1);
  CHECK(all.rejects[0].reason.find("(its columns: é, é, c, d, e, f, g, h, ...)") != std::string::npos);
}

TEST_CASE("columns without a name or with that of another keep their content") {
  const Collected all = articles_of("text,,note,note\nOne.,x,y,z\n");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].record.meta ==
        std::vector<std::pair<std::string, std::string>>{{"2", "x"}, {"note", "y"}, {"note 4", "z"}});
}

TEST_CASE("a table of one column has no delimiter") {
  CHECK(texts(articles_of("text\nOne, two; three\n\"Fo\nur\"\n")) == Texts{"One, two; three", "Fo\nur"});
}

TEST_CASE("HTML in a cell is read as HTML") {
  CHECK(texts(articles_of("id,text\n1,\"<p>One &amp; two.</p><p>Three.</p>\"\n")) == Texts{"One & two.\n\nThree."});
}

TEST_CASE("a huge cell is read") {
  const std::string word = "word ";
  std::string text;
  for (int i = 0; i < 400'000; ++i) {
    text += word;
  }
  const Collected all = articles_of("id,text\n1,\"" + text + "\nend\"\n2,Two.\n");
  REQUIRE(all.ids() == Texts{"1", "2"});
  CHECK(all.articles[0].text.size() > text.size());
}

TEST_CASE("a table is known by its content where its name says nothing else") {
  const std::string table = "title\ttext\turl\nRain\tOne.\thttp://one.example/a\nSun\tTwo.\thttp://one.example/b\n";
  for (const char* const name : {"table", "table.txt", "table.dat"}) {
    CAPTURE(name);
    CHECK(texts(articles_of(table, {}, name)) == Texts{"One.", "Two."});
  }
  CHECK(texts(articles_of("Text, date and place\n\nare told, by hand.\n", {}, "a.txt")).size() == 1);
}
