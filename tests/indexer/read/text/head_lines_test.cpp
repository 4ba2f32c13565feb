// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/head_lines.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

using Meta = std::vector<std::pair<std::string, std::string>>;

struct Head {
  Article article;
  std::string rest;
};

Head head_of(std::string_view text) {
  Head head;
  text::take_head_lines(text, head.article);
  head.rest = text;
  return head;
}

}  // namespace

TEST_CASE("of several lines with one key nothing is lost") {
  const Head head = head_of(
      "Title: Harbour closed\nAuthor: Ann Lee and Jo Roe\nAuthor: Bo Poe\nSource: The Post\nSource: AP\n"
      "URL: http://a.example/1\nURL: http://b.example/2\nTitle: Second title\nTags: port, quay\nTags: sea\nThe text.");
  const ArticleRecord& record = head.article.record;
  CHECK(record.title == "Harbour closed");
  CHECK(record.authors == std::vector<std::string>{"Ann Lee", "Jo Roe", "Bo Poe"});
  CHECK(record.source == "The Post");
  CHECK(record.url == "http://a.example/1");
  CHECK(record.tags == std::vector<std::string>{"port", "quay", "sea"});
  CHECK(record.meta == Meta{{"title", "Second title"}, {"source", "AP"}, {"url", "http://b.example/2"}});
  CHECK(head.rest == "The text.");
}

TEST_CASE("a day of publication comes before a day of any kind, whichever stands first") {
  for (const char* text : {"Published: 2023-06-18\nDate: 2023-06-20\n", "Date: 2023-06-20\nPublished: 2023-06-18\n"}) {
    const Head head = head_of(text);
    CHECK(head.article.record.date == "2023-06-18");
    CHECK(head.article.record.meta == Meta{{"date", "2023-06-20"}});
  }
}

TEST_CASE("where a head ends") {
  struct Row {
    const char* name;
    const char* text;
    const char* date;
    Meta meta;
    const char* rest;
  };
  const Row rows[] = {
      {"an unknown key inside",
       "Title: x\nUpdated: 3 May\nDate: 2023-06-18\n\nThe text.",
       "2023-06-18",
       {{"updated", "3 May"}},
       "\nThe text."},
      {"words of several",
       "Title: x\nWord count: 300\nPhoto-Credit: AP\nDate: 2023-06-18\nText.",
       "2023-06-18",
       {{"word_count", "300"}, {"photo-credit", "AP"}},
       "Text."},
      {"a known key without a value",
       "Title: x\nAuthor:\nDate: 2023-06-18\n\nThe text.",
       "2023-06-18",
       {},
       "\nThe text."},
      {"an unknown one without a value",
       "Title: x\nDesk:\nDate: 2023-06-18\n\nThe text.",
       "2023-06-18",
       {},
       "\nThe text."},
      {"an empty line inside", "Title: x\n\nDate: 2023-06-18\n\nThe text.", "2023-06-18", {}, "\nThe text."},
      {"a place that opens the text",
       "Title: x\nLondon: The harbour is closed.\n\nMore.",
       "",
       {},
       "London: The harbour is closed.\n\nMore."},
      {"a key that opens the text",
       "Title: x\n\nSource: it was the mayor who said so.\n",
       "",
       {},
       "\nSource: it was the mayor who said so.\n"},
      {"neither title nor date",
       "Source: Reuters\nAuthor: Ann\n\nThe text.",
       "",
       {},
       "Source: Reuters\nAuthor: Ann\n\nThe text."},
      {"the day of a crawl convinces nobody",
       "Crawled: 2023-06-18\n\nThe text.",
       "",
       {},
       "Crawled: 2023-06-18\n\nThe text."},
      {"a time of day is no key", "10:22: It began.", "", {}, "10:22: It began."},
      {"nothing", "", "", {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Head head = head_of(row.text);
    CHECK(head.article.record.date == row.date);
    CHECK(head.article.record.meta == row.meta);
    CHECK(head.rest == row.rest);
  }
}
