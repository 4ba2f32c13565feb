// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/read/json/read_json.h"

using namespace nutgraf;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

TEST_CASE("a chat of Telegram") {
  const Collected read =
      read_as("result.json",
              R"({"name":"The Ferry","type":"public_channel","id":7,"messages":[)"
              R"({"id":1,"type":"service","date":"2022-03-01T10:00:00","actor":"The Ferry","action":"create_channel",)"
              R"("title":"The Ferry","text":"","text_entities":[]},)"
              R"({"id":2,"type":"message","date":"2022-03-04T10:22:33","from":"The Ferry","author":"Ann Lee",)"
              R"("text":["A ",{"type":"bold","text":"boat"}," sank."],"text_entities":[{"type":"plain","text":"A "}]},)"
              R"({"id":3,"type":"message","date":"2022-03-04","photo":"1.jpg","text":"","text_entities":[]},)"
              R"({"id":4,"type":"message","date":"2022-03-04","poll":{"question":"Will it rain?",)"
              R"("answers":[{"text":"Yes"},{"text":"No"}]},"text":"","text_entities":[]}]})");
  CHECK(read.ids() == Strings{"2", "4"});
  CHECK(read.rejects.empty());
  CHECK(read.skipped(read::Skip::NoArticle) == 1);
  CHECK(read.skipped(read::Skip::Empty) == 1);
  CHECK(read.articles.at(0).text == "A boat sank.");
  CHECK(read.articles.at(0).record.source == "The Ferry");
  CHECK(read.articles.at(1).text == "Will it rain?\nYes\nNo");
}

TEST_CASE("all chats of Telegram: ids begin with that of the chat") {
  const auto chat = [](const char* list, int id, const char* name) {
    return std::string("\"") + list + R"(":{"about":"x","list":[{"name":")" + name +
           R"(","type":"public_channel","id":)" + std::to_string(id) +
           R"(,"messages":[{"id":1,"type":"message","date":"2022-03-04","text":"News of )" + name + R"(."}]}]})";
  };
  const std::string json = R"({"about":"Here is the data","contacts":{"list":[{"first_name":"Ann"}]},)" +
                           chat("chats", 1, "One") + "," + chat("left_chats", 2, "Two") + "}";
  const Collected read = read_as("result.json", json);
  CHECK(read.ids() == Strings{"1/1", "2/1"});
  CHECK(read.articles.at(1).record.source == "Two");
  CHECK(read.articles.at(1).text == "News of Two.");
  CHECK(read.rejects.empty());
  read::ReadOptions options;
  options.map = {{"id", "none"}};
  CHECK(read_as("result.json", json, options).ids() == Strings{"result.json:1", "result.json:2"});
}

TEST_CASE("posts of social networks") {
  struct Row {
    const char* name;
    const char* json;
    const char* expected;  // id | text | date | source | author
  };
  const Row rows[] = {
      {"an outbox",
       R"({"type":"OrderedCollection","orderedItems":[{"id":"o/1/activity","type":"Create","object":{"id":"o/1",)"
       R"("type":"Note","published":"2023-03-04T10:00:00Z","content":"<p>One.</p>"}},)"
       R"({"id":"o/2/activity","type":"Announce","actor":"o","object":"https://b.example/1"}]})",
       "o/1 | One. | 2023-03-04 |  | "},
      {"an account", R"([{"id":"1","content":"<p>One.</p>","account":{"acct":"jane","display_name":"Jane Roe"}}])",
       "1 | One. |  |  | Jane Roe"},
      {"a boost",
       R"([{"id":"2","content":"","reblog":{"id":"9","content":"<p>Two.</p>","account":{"display_name":"Bo Poe"}},)"
       R"("account":{"display_name":"Jane Roe"}}])",
       "9 | Two. |  |  | Bo Poe"},
      {"a long tweet",
       R"({"id_str":"2","id":2,"text":"The gov\u2026","truncated":true,"user":{"name":"Jane Roe"},)"
       R"("extended_tweet":{"full_text":"The government fell."}})",
       "2 | The government fell. |  |  | Jane Roe"},
      {"a wrapped tweet", R"([{"tweet":{"id":"3","full_text":"One.","created_at":"Fri Mar 04 10:22:33 +0000 2022"}}])",
       "3 | One. | 2022-03-04 |  | "},
      {"a video",
       R"({"items":[{"kind":"youtube#video","id":{"videoId":"v1"},"snippet":{"publishedAt":"2022-03-04T10:00:00Z",)"
       R"("channelTitle":"Ferry TV","title":"Boats","description":"All about boats."}}]})",
       "v1 | All about boats. | 2022-03-04 | Ferry TV | "},
      {"a comment on a video",
       R"({"items":[{"kind":"youtube#commentThread","id":"c1","snippet":{"topLevelComment":{"snippet":{)"
       R"("textOriginal":"Nice boats.","authorDisplayName":"Bo","publishedAt":"2022-03-04T10:00:00Z"}}}}]})",
       "c1 | Nice boats. | 2022-03-04 |  | Bo"},
      {"what was removed", R"({"id":"r","title":"T","selftext":"[removed]","author":"[deleted]"})", "r |  |  |  | "},
      {"a page alone", R"([{"timestamp":1646389353,"title":"T","data":[{"post":"One."}]}])",
       "a.json | One. | 2022-03-04 |  | "},
      {"the program of a tweet", R"({"id_str":"5","id":5,"full_text":"One.","source":"<a href=\"x\">Web App</a>"})",
       "5 | One. |  |  | "},
      {"Telethon", R"({"_":"Message","id":1,"date":"2022-03-04T10:22:33+00:00","message":"One."})",
       "1 | One. | 2022-03-04 |  | "},
      {"snscrape",
       R"({"id":1,"rawContent":"One.","date":"2022-03-04","user":{"username":"jane","displayname":"Jane Roe"}})",
       "1 | One. | 2022-03-04 |  | Jane Roe"},
      {"Twint", R"({"id":1,"created_at":"2022-03-04 10:22:33 CET","username":"jane","name":"Jane Roe","tweet":"One."})",
       "1 | One. | 2022-03-04 |  | Jane Roe"},
      {"an account under includes",
       R"({"data":[{"id":"1","text":"One.","author_id":"7"}],"includes":{"users":[{"id":"7","name":"Jane Roe"}]}})",
       "1 | One. |  |  | Jane Roe"},
      {"an account without a name under includes",
       R"({"data":[{"id":"1","text":"One.","author_id":"7"}],"includes":{"users":[{"id":"7","username":"jane"}]}})",
       "1 | One. |  |  | jane"},
      {"a post under includes",
       R"({"data":[{"id":"1","text":"RT @bo: The gov\u2026","referenced_tweets":[{"type":"retweeted","id":"3"}]}],)"
       R"("includes":{"tweets":[{"id":"3","text":"The government fell."}]}})",
       "1 | RT @bo: The government fell. |  |  | "},
      {"a post that is answered",
       R"({"data":[{"id":"1","text":"RT @bo: so?","referenced_tweets":[{"type":"replied_to","id":"3"}]}],)"
       R"("includes":{"tweets":[{"id":"3","text":"The government fell."}]}})",
       "1 | RT @bo: so? |  |  | "},
      {"CrowdTangle",
       R"({"Page Name":"The Ferry","Post Created":"2022-03-04 10:22:33 EST","Message":"One.","Description":"Two."})",
       "a.json | One. | 2022-03-04 | The Ferry | "},
      {"a page", R"({"posts_v2":[{"timestamp":1646389353,"data":[{"post":"One."}]}]})",
       "a.json:1 | One. | 2022-03-04 |  | "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = read_as("a.json", row.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.rejects.empty());
    const ArticleRecord& record = read.articles[0].record;
    const std::string author = record.authors.empty() ? "" : record.authors[0];
    CHECK(read.ids()[0] + " | " + read.articles[0].text + " | " + record.date + " | " + record.source + " | " +
              author ==
          row.expected);
  }
}

TEST_CASE("accounts are no posts, and the program of a post is not its source") {
  const Collected read =
      read_as("a.json", R"({"data":[{"id":"1","username":"jane","name":"Jane Roe","description":"I write.",)"
                        R"("public_metrics":{"tweet_count":3},"created_at":"2010-01-01T00:00:00.000Z"},)"
                        R"({"id":"2","text":"One.","author_id":"7","conversation_id":"2","source":"Phone App"}]})");
  CHECK(read.ids() == Strings{"2"});
  CHECK(read.skipped(read::Skip::NoArticle) == 1);
  CHECK(read.articles.at(0).record.source.empty());
  CHECK(meta_of(read.articles.at(0), "source") == "Phone App");
}

TEST_CASE("a file of Twitter's archive is an array behind an assignment") {
  const Collected read =
      read_as("tweets.js",
              "window.YTD.tweets.part0 = [\n  {\"tweet\": {\"id\": \"3\", \"full_text\": \"One.\"}},\n"
              "  {\"tweet\": {\"id\": \"4\", \"full_text\": \"Two.\"}}\n]");
  CHECK(read.ids() == Strings{"3", "4"});
  CHECK(read_as("a.js", "window.setTimeout = [1]").articles.empty());
}

TEST_CASE("messages that are no posts, and an element that is none names itself") {
  const Collected read =
      read_as("a.json", R"({"messages":[{"type":"message","subtype":"channel_join","text":"x","ts":"1.2"},)"
                        R"({"id":"1","corpus":"x"},{"id":"2","text":"One."}]})");
  CHECK(read.ids() == Strings{"2"});
  CHECK(read.skipped(read::Skip::NoArticle) == 1);
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.starts_with("element 2: no text"));
}

TEST_CASE("what CrowdTangle says of a link beside a message is metadata") {
  const Collected read = read_as("a.json", R"({"Page Name":"The Ferry","Message":"One.","Description":"Two."})");
  REQUIRE(read.articles.size() == 1);
  CHECK(meta_of(read.articles[0], "description") == "Two.");
}
