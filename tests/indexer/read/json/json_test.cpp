// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "core/base/failure.h"
#include "indexer/read/check_options.h"
#include "tests/indexer/read/json/read_json.h"

using namespace nutgraf;
using test::Collected;
using test::meta_of;
using test::read_as;
using test::read_line;

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
      R"({"version":"https://jsonfeed.org/version/1.1","title":"The Islander","language":"en","authors":[{"name":"Desk"}],"items":[)"
      R"({"id":"https://a.example/1","title":"Two more boats","content_html":"<p>The ferry <b>ran</b>.</p>",)"
      R"("date_published":"2023-06-19T10:22:33+02:00","date_modified":"2023-06-20","authors":[{"name":"Jane Roe"}]},)"
      R"({"id":"2","content_text":"A note about the pier.","tags":["pier"]}]})");
  REQUIRE(read.ids() == std::vector<std::string>{"https://a.example/1", "2"});
  CHECK(read.articles[0].record.title == "Two more boats");
  CHECK(read.articles[0].record.date == "2023-06-19");
  CHECK(read.articles[0].record.authors == std::vector<std::string>{"Jane Roe"});
  CHECK(read.articles[0].text == "The ferry ran.");
  CHECK(read.articles[1].text == "A note about the pier.");
  CHECK(read.articles[1].record.authors == std::vector<std::string>{"Desk"});
  CHECK(read.articles[1].record.source == "The Islander");
  CHECK(read.articles[1].record.language == "en");
  CHECK(read.articles[1].record.tags == std::vector<std::string>{"pier"});
  const Collected old =
      read_as("feed.json", R"({"version":"http://jsonfeed.org/version/1","title":"The Islander","items":[)"
                           R"({"id":"1","content_text":"One.","author":{"name":"Jane Roe"},)"
                           R"("authors":[{"name":"Jane Roe"},{"name":"Bo Poe"}]}]})");
  REQUIRE(old.articles.size() == 1);
  CHECK(old.articles[0].record.source == "The Islander");
  CHECK(old.articles[0].record.authors == std::vector<std::string>{"Jane Roe", "Bo Poe"});
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
