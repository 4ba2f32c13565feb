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
