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

TEST_CASE("heads in many languages") {
  struct Row {
    const char* text;
    const char* title;
    const char* author;
    const char* source;
  };
  const Row rows[] = {
      {"Título: El presupuesto\nFecha: 4 de marzo de 2014\nAutor: Juana Pérez\nFuente: El Diario\n", "El presupuesto",
       "Juana Pérez", "El Diario"},
      {"Data: 4 marzo 2014\nTITOLO: Il bilancio\nAutore: Gianna Rossi\nFonte: Il Giornale\n", "Il bilancio",
       "Gianna Rossi", "Il Giornale"},
      {"Заголовок: Бюджет внесён\nДата: 4 марта 2014\nАвтор: Иван Петров\nИсточник: Газета\n", "Бюджет внесён",
       "Иван Петров", "Газета"},
      {"Tytuł: Budżet\nData: 4 marca 2014\nAutor: Jan Kowalski\nŹródło: Gazeta\n", "Budżet", "Jan Kowalski", "Gazeta"},
      {"Titel: Budgeten\nDatum: 4 mars 2014\nFörfattare: Jan Jansson\nKälla: Tidningen\n", "Budgeten", "Jan Jansson",
       "Tidningen"},
      {"标题：两国签署协议\n日期：2014年3月4日\n作者：张三\n来源：新华社\n", "两国签署协议", "张三", "新华社"},
      {"제목: 예산안 제출\n날짜: 2014년 3월 4일\n기자: 김철수\n출처: 한국일보\n", "예산안 제출", "김철수", "한국일보"},
      {"العنوان: الميزانية الجديدة\nالتاريخ: 4 مارس 2014\nالكاتب: محمد علي\nالمصدر: الجريدة\n", "الميزانية الجديدة",
       "محمد علي", "الجريدة"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    const Head head = head_of(std::string(row.text) + "\nThe text.");
    CHECK(head.article.record.title == row.title);
    CHECK(head.article.record.date == "2014-03-04");
    CHECK(head.article.record.authors == std::vector<std::string>{row.author});
    CHECK(head.article.record.source == row.source);
    CHECK(head.article.record.meta == Meta{});
    CHECK(head.rest == "\nThe text.");
  }
  CHECK(head_of("Data: the numbers below\nTitle: x\nText.").article.record.title.empty());
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
