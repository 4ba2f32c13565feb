// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/read/json/read_json.h"

using namespace nutgraf;
using test::article_with;
using test::Collected;
using test::read_as;
using test::read_line;

TEST_CASE("fields as programs that manage news and blogs write them") {
  struct Row {
    const char* name;
    const char* json;
    const char* expected;  // title | text | date | section
  };
  const Row rows[] = {
      {"ninjs",
       R"({"headline":"T","body_text":"One.","firstcreated":"2017-07-03T10:00:00Z","versioncreated":"2017-08-24"})",
       "T | One. | 2017-07-03 | "},
      {"ninjs without its first day", R"({"headline":"T","body_text":"One.","versioncreated":"2017-08-24T10:00:00Z"})",
       "T | One. | 2017-08-24 | "},
      {"Ghost",
       R"({"db":[{"meta":{"exported_on":1},"data":{"posts":[{"id":"1","title":"T","plaintext":"One.",)"
       R"("published_at":"2019-03-01T10:00:00.000Z"}]}}]})",
       "T | One. | 2019-03-01 | "},
      {"Wix", R"({"Title":"T","Excerpt":"Short.","Plain Content":"One.","Main Category":"Sea"})", "T | One. |  | Sea"},
      {"GraphQL", R"({"title":"T","body":[{"__typename":"EntryBodyParagraph","contents":"One."}]})", "T | One. |  | "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_as("a.json", row.json);
    REQUIRE(read.articles.size() == 1);
    const ArticleRecord& record = read.articles[0].record;
    CHECK(record.title + " | " + read.articles[0].text + " | " + record.date + " | " + record.section == row.expected);
  }
}

TEST_CASE("bulk files of Elasticsearch: each record has an action before it") {
  const Collected read =
      read_as("a.ndjson",
              "{\"index\":{\"_index\":\"news\",\"_id\":\"a1\"}}\n{\"body\":\"One.\"}\n"
              "{\"create\":{}}\n{\"body\":\"Two.\"}\n{\"index\":{\"_id\":7}}\n{\"body\":\"Three.\"}\n"
              "{\"index\":{\"text\":\"Four.\"}}\n");
  REQUIRE(read.articles.size() == 3);
  CHECK(read.ids() == std::vector<std::string>{"a1", "a.ndjson:4", "7"});
  CHECK(read.rejects.size() == 1);
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
    const ArticleRecord record = article_with(row.json).record;
    CHECK(record.date == row.date);
    CHECK(record.date_source == row.date_source);
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
