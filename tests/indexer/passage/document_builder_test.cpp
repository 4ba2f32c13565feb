// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/document_builder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "indexer/passage/article_terms.h"

namespace nutgraf {
namespace {

struct Posting {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
  friend bool operator==(const Posting&, const Posting&) = default;
};
using Postings = std::map<std::string, Posting>;

Postings postings_of(const passage::PassageDocument& document) {
  Postings postings;
  std::string before;
  for (const passage::PassageDocument::Term& term : document.terms()) {
    const std::string name(document.name(term));
    CHECK_MESSAGE((before.empty() || before < name), "terms ascend, each once: " << name);
    before = name;
    const auto positions = document.positions(term);
    CHECK(std::is_sorted(positions.begin(), positions.end()));
    postings[name] = {term.wdf, {positions.begin(), positions.end()}};
  }
  return postings;
}

class Builder {
 public:
  std::vector<Postings> build(const ArticleRecord& record, const std::vector<std::string>& texts,
                              std::string_view folder = {}) {
    documents.clear();
    words = builder_.add({record, folder, texts}, documents, vocabulary);
    std::vector<Postings> result;
    for (const passage::PassageDocument& document : documents.used()) {
      result.push_back(postings_of(document));
    }
    return result;
  }
  [[nodiscard]] std::uint64_t shortened() const { return builder_.shortened_terms(); }
  passage::DocumentBuffer documents;
  passage::Vocabulary vocabulary;
  std::uint64_t words = 0;

 private:
  static const Analyzer& analyzer() {
    static const Analyzer analyzer{};
    return analyzer;
  }
  passage::PassageDocumentBuilder builder_{analyzer()};
};

std::string value(const passage::PassageDocument& document, schema::Slot slot) {
  return document.values[static_cast<std::size_t>(slot)];
}

ArticleRecord record_of(std::string id) {
  ArticleRecord record;
  record.id = std::move(id);
  record.language = "en";
  return record;
}

TEST_CASE("body words have positions, sentence and paragraph marks stand where they start") {
  Builder builder;
  const Postings terms = builder.build(record_of("a"), {"The river rose. It fell.\n\nThe US left China's port."}).at(0);
  CHECK(terms.at("river") == Posting{1, {2}});
  CHECK(terms.at("it") == Posting{1, {5}});
  const std::uint32_t second = terms.at("the").positions.at(1);
  CHECK(second >= 100);
  CHECK(terms.at("the") == Posting{2, {1, second}});
  CHECK(terms.at("XSENT") == Posting{0, {1, 5, second}});
  CHECK(terms.at("XPARA") == Posting{0, {1, second}});
  CHECK(terms.at("XC:US") == Posting{1, {second + 1}});
  CHECK(terms.at("china") == Posting{1, {second + 3}});
  CHECK(terms.at("china's") == Posting{1, {second + 3}});
  CHECK(builder.words == 10);
  const passage::PassageDocument& document = builder.documents.used()[0];
  CHECK(schema::decode_u32(value(document, schema::Slot::Tokens)) == 10);
}

TEST_CASE("bigrams weigh nothing") {
  Builder builder;
  const Postings terms = builder.build(record_of("a"), {"习近平"}).at(0);
  CHECK(terms.at("XB:习近") == Posting{0, {1}});
  CHECK(terms.at("XB:近平") == Posting{0, {2}});
}

TEST_CASE("an article of a month has no day's term, and the place of the month's first day") {
  ArticleRecord record = record_of("a");
  record.date = "2023-06";
  Builder builder;
  const Postings terms = builder.build(record, {"One."}).at(0);
  CHECK(terms.contains("M202306"));
  CHECK(terms.contains("Y2023"));
  CHECK_FALSE(terms.contains("D20230601"));
  CHECK_FALSE(terms.contains("XNODATE"));
  ArticleRecord first = record;
  first.date = "2023-06-01";
  CHECK(passage::date_value(record) == passage::date_value(first));
}

TEST_CASE("a number with its sign is one word and one more term") {
  ArticleRecord record = record_of("a");
  record.title = "Up 7%";
  Builder builder;
  const Postings terms = builder.build(record, {"Up 7%\n\nHe paid $1,000, or 50 %."}).at(0);
  const std::uint32_t money = terms.at("1,000").positions.at(0);
  CHECK(terms.at("XN:$1000") == Posting{1, {money}});
  CHECK(terms.at("XN:50%") == Posting{1, terms.at("50").positions});
  CHECK(terms.at("S:XN:7%") == Posting{1, {2}});
  CHECK(terms.at("S7") == Posting{1, {2}});
  CHECK(builder.words == 7);
  CHECK_MESSAGE(!terms.contains("50%"), "no word of the body");
}

TEST_CASE("every passage carries the article's terms and title") {
  ArticleRecord record = record_of("Desk/1");
  record.title = "China's River rises";
  record.date = "2023-06-19";
  record.source = " The  Independent ";
  record.url = "https://www.Example.org:8080/a?b#C";
  record.authors = {"Ann Lee", "Bo", ""};
  record.section = "World";
  record.tags = {"Asia", "asia"};
  record.meta = {{"desk", "Foreign"}, {"long", std::string(101, 'x')}, {"empty", ""}};
  Builder builder;
  const auto all = builder.build(record, {"One.", "Two."}, "2023/06/World");
  REQUIRE(all.size() == 2);
  for (const Postings& terms : all) {
    for (const char* term : {"Q:Desk/1", "Aann lee", "Abo", "D20230619", "M202306", "Y2023", "Hexample.org", "Len",
                             "Kasia", "XSRC:the independent", "XSEC:world", "XDIR:2023", "XDIR:2023/06",
                             "XDIR:2023/06/world", "XURL:https://www.Example.org:8080/a?b#C"}) {
      CAPTURE(term);
      CHECK(terms.contains(term));
      CHECK(terms.at(term) == Posting{});
    }
    CHECK(terms.contains(schema::meta_term("desk", "Foreign")));
    CHECK(terms.at("Schina") == Posting{1, {1}});
    CHECK(terms.at("Schina's") == Posting{1, {1}});
    CHECK(terms.at("Srises") == Posting{1, {3}});
    CHECK(!terms.contains("XNODATE"));
    CHECK(std::none_of(terms.begin(), terms.end(),
                       [](const auto& t) { return t.first.find("long") != std::string::npos; }));
  }
  CHECK(all[0].contains("one"));
  CHECK(!all[1].contains("one"));
}

TEST_CASE("values sort as the schema says") {
  ArticleRecord record = record_of("a");
  record.date = "1931-02-03";
  record.time = "T23:30:05+09:00";
  Builder builder;
  builder.build(record, {"One.", "Two words."});
  const auto documents = builder.documents.used();
  const std::int64_t seconds = schema::days_since_1970({1931, 2, 3}) * 86400 + 84605;  // 23:30:05
  for (std::uint32_t i = 0; i < 2; ++i) {
    CHECK(schema::decode_time(value(documents[i], schema::Slot::Date)) == seconds);
    CHECK(value(documents[i], schema::Slot::Article) == schema::article_key("a"));
    CHECK(schema::decode_u32(value(documents[i], schema::Slot::Ordinal)) == i);
    CHECK(schema::decode_u32(value(documents[i], schema::Slot::Tokens)) == i + 1);
    CHECK(value(documents[i], schema::Slot::Order) == schema::encode_order(schema::encode_time(seconds), "a", i));
    CHECK(value(documents[i], schema::Slot::Group).empty());
  }
  CHECK(decode_passage_data(documents[0].data).record == record);
  CHECK(decode_passage_data(documents[1].data).text == "Two words.");
}

TEST_CASE("undated articles say so") {
  Builder builder;
  ArticleRecord record = record_of("a");
  for (const char* date : {"", "2023", "2023-13-01", "soon"}) {
    record.date = date;
    const Postings terms = builder.build(record, {"One."}).at(0);
    CHECK(terms.contains("XNODATE"));
    CHECK(value(builder.documents.used()[0], schema::Slot::Date).empty());
  }
}

TEST_CASE("terms that are too long are shortened and counted") {
  Builder builder;
  const std::string word(300, 'a');
  const Postings terms =
      builder.build(record_of(std::string(300, 'i')), {word + " " + std::string(299, 'a') + "b"}).at(0);
  CHECK(builder.shortened() == 3);
  CHECK(std::all_of(terms.begin(), terms.end(), [](const auto& t) { return t.first.size() <= schema::kMaxTermBytes; }));
  CHECK(terms.contains(schema::make_term("", word)));
}

TEST_CASE("documents made again in the same memory are the same") {
  Builder builder;
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "word" + std::to_string(i % 1700) + " ";
  }
  const auto small = builder.build(record_of("a"), {"The river rose. The river fell."});
  const auto large = builder.build(record_of("b"), {text, "One."});
  CHECK(large.at(0).at("word1699").wdf == 1);
  CHECK(large.at(0).at("word1").wdf == 2);
  CHECK(builder.build(record_of("a"), {"The river rose. The river fell."}) == small);
  CHECK(builder.build(record_of("b"), {text, "One."}) == large);
}

TEST_CASE("hosts are read from addresses") {
  struct Row {
    const char* url;
    const char* host;
  };
  const std::vector<Row> rows = {
      {"https://www.BBC.co.uk/news", "bbc.co.uk"},
      {"http://user:pw@example.org:80/x", "example.org"},
      {"//cdn.example.org/x", "cdn.example.org"},
      {"example.org/x", "example.org"},
      {"https://localhost?x", "localhost"},
      {"www.example.org", "example.org"},
      {"http://[::1]:80/x", "[::1]"},
      {"news/today", ""},
      {"", ""},
      {"not a url.", ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.url) {
      CHECK(passage::host_of(row.url) == row.host);
    }
  }
}

}  // namespace
}  // namespace nutgraf
