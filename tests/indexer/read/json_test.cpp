// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "core/base/failure.h"
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
      {R"([1])", "no JSON object"},
      {R"(17)", "no JSON object"},
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
      {"wrapped", "{\"status\": \"ok\",\n\"articles\": [{\"text\":\"a\"},{\"text\":\"b\"}]}", {"a.json:1", "a.json:2"}},
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

TEST_CASE("a broken element of an array costs no other") {
  const Collected read = read_as("a.json", R"([{"text":"a"},{"text":},17,{"text":"d"}])");
  CHECK(read.ids() == std::vector<std::string>{"a.json:1", "a.json:4"});
  CHECK(read.rejects.size() == 2);
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
