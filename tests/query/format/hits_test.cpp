// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "query/format/captions.h"
#include "query/format/formats.h"
#include "query/format/hit_row.h"
#include "tests/query/format/sample.h"

namespace nutgraf::test {
namespace {

std::string written(format::FormatName name, const view::Answer& answer, format::FormatOptions options = {}) {
  const auto format = format::answer_format(name, options);
  const format::Frame frame = format->frame();
  return frame.begin + format->answer(answer) + frame.end;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("format names") {
  for (const char* name : {"text", "md", "json", "jsonl", "csv", "tsv", "trec", "html"}) {
    const auto format = format::find_format(name);
    REQUIRE(format);
    CHECK(to_string(*format) == name);
  }
  CHECK_FALSE(format::find_format("yaml"));
  CHECK_FALSE(format::find_format(""));
}

TEST_CASE("copies are named by who printed them and when, three at most") {
  const auto caption = [](std::vector<view::Printing> copies) {
    view::Hit hit = bare_hit();
    hit.copies = std::move(copies);
    return format::citation(hit);
  };
  const view::Printing post{"p", "Post", "2023-06-21"};
  const view::Printing wire{"w", "Wire", "2023-06-19"};
  const view::Printing unknown{"u/7", "", ""};
  CHECK(caption({}) == "undated · b#0 of 1");
  CHECK(caption({post}) == "undated · b#0 of 1 · +1 copy: Post 2023-06-21");
  CHECK(caption({unknown, post, wire}) ==
        "undated · b#0 of 1 · +3 copies: Wire 2023-06-19, Post 2023-06-21, u/7 undated");
  CHECK(caption({unknown, post, wire, post, post}) ==
        "undated · b#0 of 1 · +5 copies: Wire 2023-06-19, Post 2023-06-21, Post 2023-06-21, 2 more");
}

TEST_CASE("text") {
  CHECK(written(format::FormatName::Text, sample_answer()) ==
        "1 Envoy, \"again\" & <again>\n"
        "  Harbour Post · 2023-06-19 · post/envoy.txt#2 of 7 · +2 copies: Wire 2023-06-20, wire/2 undated\n"
        "  Café talks: the *One China principle*, he said.\n"
        "  https://post.example/envoy?a=1&b=2\n"
        "\n"
        "2 (no title)\n"
        "  undated · b#0 of 1\n"
        "  =*China* rose.\n"
        "  b.txt\n"
        "\n"
        "any word 9,412 · all words 88 · the phrase 26\n"
        "2 of 26; more: -n 26\n");
}

TEST_CASE("text on a terminal: colours, closed at line ends, no control characters of the article") {
  view::Answer answer = sample_answer();
  answer.hits[0].text += " \033[2Jgone\x07";
  format::FormatOptions options;
  options.marks = format::Marks::Terminal;
  options.width = 28;
  const std::string text = written(format::FormatName::Text, answer, options);
  CHECK(contains(text, "  Café talks: the \033[1;31mOne China\033[0m\n  \033[1;31mprinciple\033[0m, he said."));
  CHECK_FALSE(contains(text, "\033[2J"));
  CHECK_FALSE(contains(text, "\x07"));
}

TEST_CASE("text: the title is not shown twice, and marks below it stay in place") {
  view::Answer answer;
  answer.total = 1;
  view::Hit hit = bare_hit();
  hit.record.title = "Café news";
  hit.text = "Café news\n\nA café opened.\n\nIt closed.";
  hit.highlights = {{0, 4}, {13, 17}};
  answer.hits = {hit};
  CHECK(written(format::FormatName::Text, answer) ==
        "2 Café news\n  undated · b#0 of 1\n  A *café* opened.\n  It closed.\n  b.txt\n\n1 of 1\n");
}

TEST_CASE("json: one object, keys in order, null when unknown") {
  const std::string text = written(format::FormatName::Json, sample_answer());
  const auto object = nlohmann::ordered_json::parse(text);
  CHECK(text.substr(0, 123) ==
        "{\"query\":\"one china\",\"scope\":\"passage\",\"total\":{\"value\":26,\"relation\":\"eq\"},\"n_passages\":88,"
        "\"n_articles\":26,\"took_us\":null,");
  REQUIRE(object.at("hits").size() == 2);
  CHECK(
      object["hits"][0].dump() ==
      "{\"rank\":1,\"score\":12.5,\"id\":\"post/envoy.txt\",\"passage\":2,\"title\":\"Envoy, \\\"again\\\" & <again>\","
      "\"date\":\"2023-06-19\",\"source\":\"Harbour "
      "Post\",\"url\":\"https://post.example/envoy?a=1&b=2\",\"lang\":\"en\","
      "\"text\":\"Café talks: the One China principle, he said.\",\"snippet\":\"the One China principle\","
      "\"highlights\":[[16,19],[20,25],[26,35]],\"copies\":[\"wire/1\",\"wire/2\"],"
      "\"origin\":{\"path\":\"post/all.zip\",\"member\":\"envoy.txt\",\"offset\":0,\"page\":null},"
      "\"meta\":{\"authors\":[\"A. Writer\"],\"tags\":[\"asia\"],\"desk\":\"world\"},"
      "\"printings\":[{\"id\":\"wire/1\",\"source\":\"Wire\",\"date\":\"2023-06-20\"},"
      "{\"id\":\"wire/2\",\"source\":null,\"date\":null}]}");
  const auto& bare = object["hits"][1];
  for (const char* key : {"title", "date", "source", "url"}) {
    CHECK_MESSAGE(bare.at(key).is_null(), key);
  }
  CHECK(bare.at("copies").empty());
  CHECK(bare.at("printings").empty());
  CHECK(bare.at("meta").dump() == "{}");
  CHECK(bare.at("origin").at("member").is_null());
}

TEST_CASE("json of nothing, and of several queries") {
  view::Answer empty;
  empty.query = "x";
  CHECK(nlohmann::json::parse(written(format::FormatName::Json, empty)).at("hits").empty());
  format::FormatOptions several;
  several.queries = format::Queries::Several;
  const auto format = format::answer_format(format::FormatName::Json, several);
  empty.qid = "q1";
  const format::Frame frame = format->frame();
  const auto object = nlohmann::json::parse(frame.begin + format->answer(empty) + frame.between +
                                            format->answer(sample_answer()) + frame.end);
  CHECK(object.at("answers").size() == 2);
  CHECK(object["answers"][0].at("qid") == "q1");
}

TEST_CASE("jsonl: a row a hit, qid first where there are several queries, approximate totals say so in json") {
  view::Answer answer = sample_answer();
  const std::string lines = written(format::FormatName::Jsonl, answer);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
  CHECK(lines.substr(0, 10) == "{\"rank\":1,");
  CHECK_FALSE(contains(lines, "1234"));  // no timings
  answer.qid = "q7";
  format::FormatOptions several;
  several.queries = format::Queries::Several;
  CHECK(written(format::FormatName::Jsonl, answer, several).substr(0, 21) == "{\"qid\":\"q7\",\"rank\":1,");
  answer.relation = view::Relation::Approximate;
  CHECK(contains(written(format::FormatName::Json, answer), "\"relation\":\"approx\""));
}

TEST_CASE("json stays valid whatever bytes come in") {
  view::Answer answer = sample_answer();
  answer.query = "\xFF\xC3";
  answer.hits[0].text = std::string("a\x80\0b\xED\xA0\x80", 7);
  answer.hits[0].record.meta = {{"k\xFE", "\xFE"}};
  CHECK(nlohmann::json::accept(written(format::FormatName::Json, answer)));
  const std::string lines = written(format::FormatName::Jsonl, answer);
  CHECK(nlohmann::json::accept(lines.substr(0, lines.find('\n'))));
}

TEST_CASE("numbers are written as short as they can be read") {
  for (const char* number : {"0.986956", "16.082592", "-3.5", "14.0", "0.0", "1e+20", "2.5e-07", "12345678.123456"}) {
    CAPTURE(std::string(number));
    format::Row row = format::Row::object();
    row["n"] = {std::stod(number), 7, nullptr, "a"};
    CHECK(format::to_json(row) == std::string("{\"n\":[") + number + ",7,null,\"a\"]}");
  }
}

TEST_CASE("csv quotes by RFC 4180") {
  CHECK(written(format::FormatName::Csv, sample_answer()) ==
        "rank,score,id,passage,title,date,source,url,lang,snippet\n"
        "1,12.5,post/envoy.txt,2,\"Envoy, \"\"again\"\" & <again>\",2023-06-19,Harbour Post,"
        "https://post.example/envoy?a=1&b=2,en,the One China principle\n"
        "2,3.0,b,0,,,,,und,=China\trose.\n");
}

TEST_CASE("csv for spreadsheets: BOM, CRLF, no formulas, numbers untouched") {
  format::FormatOptions options;
  options.sheet = format::Sheet::Excel;
  options.fields = {"score", "snippet"};
  view::Answer answer = sample_answer();
  answer.hits[1].score = -3;
  CHECK(written(format::FormatName::Csv, answer, options) ==
        "\xEF\xBB\xBFscore,snippet\r\n12.5,the One China principle\r\n-3.0,'=China\trose.\r\n");
}

TEST_CASE("tsv: one line a row, no tab in a cell") {
  format::FormatOptions options;
  options.queries = format::Queries::Several;
  options.fields = {"text", "meta.desk", "origin.path", "authors", "highlights"};
  view::Answer answer = sample_answer();
  answer.qid = "q1";
  answer.hits[0].text = "a\tb\r\nc \"d\"";
  CHECK(written(format::FormatName::Tsv, answer, options) ==
        "qid\ttext\tmeta.desk\torigin.path\tauthors\thighlights\n"
        "q1\ta b  c \"d\"\tworld\tpost/all.zip\t[\"A. Writer\"]\t[[16,19],[20,25],[26,35]]\n"
        "q1\t=China rose.\t\tb.txt\t[]\t[[1,6]]\n");
}

TEST_CASE("trec: six columns whatever the id") {
  view::Answer answer = sample_answer();
  answer.hits[1].id = "two words\n";
  CHECK(written(format::FormatName::Trec, answer) ==
        "1 Q0 post/envoy.txt 1 12.500000 nutgraf\n1 Q0 two%20words%0A 2 3.000000 nutgraf\n");
  format::FormatOptions passages;
  passages.trec_unit = format::TrecUnit::Passage;
  answer.qid = "q 1";
  CHECK(written(format::FormatName::Trec, answer, passages).substr(0, 32) == "q%201 Q0 post/envoy.txt#2 1 12.5");
}

TEST_CASE("md: a quote and where it stands") {
  view::Answer answer = sample_answer();
  answer.total = 2;
  CHECK(written(format::FormatName::Markdown, answer) ==
        "> Café talks: the **One China principle**, he said.\n"
        "\n"
        "— *[Envoy, \"again\" \\& \\<again\\>](<https://post.example/envoy?a=1&b=2>)*, Harbour Post · 2023-06-19 · "
        "post/envoy.txt\\#2 of 7 · +2 copies: Wire 2023-06-20, wire/2 undated\n"
        "\n"
        "> =**China** rose.\n"
        "\n"
        "— *(no title)*, undated · b\\#0 of 1\n");
}

TEST_CASE("html: a page of its own, everything escaped") {
  view::Answer answer = sample_answer();
  answer.query = "a<b";
  answer.hits[1].record.url = "javascript:alert(1)";
  const std::string page = written(format::FormatName::Html, answer);
  CHECK(page.substr(0, 15) == "<!DOCTYPE html>");
  CHECK(contains(page, "<h1 dir=\"auto\">a&lt;b</h1>"));
  CHECK(contains(
      page, "<a href=\"https://post.example/envoy?a=1&amp;b=2\">Envoy, &quot;again&quot; &amp; &lt;again&gt;</a>"));
  CHECK(contains(page, "the <mark>One China principle</mark>, he"));
  CHECK_FALSE(contains(page, "javascript:"));
  CHECK_FALSE(contains(page, "<again>"));
  CHECK(page.substr(page.size() - 8) == "</html>\n");
}

TEST_CASE("fields that may be asked for") {
  for (const char* name : {"rank", "id", "text", "authors", "date_source", "meta.desk", "origin.path", "passages"}) {
    CHECK_MESSAGE(format::is_hit_field(name), name);
  }
  for (const char* name : {"", "meta.", "origin.x", "origin.", "body", "Rank"}) {
    CHECK_MESSAGE(!format::is_hit_field(name), name);
  }
}

}  // namespace nutgraf::test
