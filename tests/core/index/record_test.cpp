// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/record.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "core/base/failure.h"

using namespace nutgraf;
using namespace std::string_literals;

namespace {

constexpr unsigned kSeed = 7;

const std::vector<std::string>& odd_pieces() {
  static const std::vector<std::string> kPieces{"a",       "\"",   "\\", "\n", "\0"s, "é",      "漢", "😀", "{",   "}",
                                                "\\u0000", "\x01", "\r", " ",  "\t",  "\u2028", "/",  "'", "\x7F"};
  return kPieces;
}

std::string odd_text(std::mt19937& random) {
  std::string text;
  for (std::size_t pieces = random() % 12; pieces > 0; --pieces) {
    text += odd_pieces()[random() % odd_pieces().size()];
  }
  return text;
}

ArticleRecord odd_record(std::mt19937& random) {
  ArticleRecord record;
  for (std::string* text :
       {&record.id, &record.title, &record.date, &record.time, &record.date_source, &record.source, &record.url,
        &record.language, &record.section, &record.origin.path, &record.origin.member}) {
    *text = odd_text(random);
  }
  for (std::size_t i = random() % 4; i > 0; --i) {
    record.authors.push_back(odd_text(random));
    record.tags.push_back(odd_text(random));
    record.meta.emplace_back(odd_text(random), odd_text(random));
  }
  record.origin.offset = random() % 2 == 0 ? 0 : (std::uint64_t{random()} << 31U);
  return record;
}

}  // namespace

TEST_CASE("records come back whole, whatever is in them") {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 3000; ++i) {
    const ArticleRecord record = odd_record(random);
    const std::string text = odd_text(random) + odd_text(random);
    const std::string data = encode_passage_data(record, 0, text);
    const PassageData decoded = decode_passage_data(data);
    REQUIRE(decoded.record == record);
    REQUIRE(decoded.text == text);
    const PassageText cheap = decode_passage_text(data);
    REQUIRE(cheap.id == record.id);
    REQUIRE(cheap.text == text);
  }
}

TEST_CASE("later passages carry the id alone") {
  ArticleRecord record;
  record.id = "bbc/1";
  record.title = "Title";
  record.meta = {{"k", "v"}};
  const std::string data = encode_passage_data(record, 3, "Text.\n\nMore.");
  CHECK(data == "{\"id\":\"bbc/1\"}\nText.\n\nMore.");
  const PassageData decoded = decode_passage_data(data);
  CHECK(decoded.record.id == "bbc/1");
  CHECK(decoded.record.title.empty());
  CHECK(decoded.text == "Text.\n\nMore.");
}

TEST_CASE("a passage of a document with pages says on which it begins") {
  ArticleRecord record;
  record.origin = {"a.pdf", "", 0, 2};
  for (const char* id : {"a.pdf", "a\"b"}) {
    record.id = id;
    const std::string first = encode_passage_data(record, 0, "Text.", 7);
    CHECK(decode_passage_data(first).record == record);
    const std::string later = encode_passage_data(record, 1, "Text.", 17);
    CHECK(decode_passage_data(later).record.origin.page == 17);
    CHECK(decode_passage_text(later).page == 17);
    CHECK(decode_passage_text(later).text == "Text.");
  }
  CHECK(encode_passage_data(record, 1, "Text.", 17) == "{\"id\":\"a\\\"b\",\"origin\":{\"page\":17}}\nText.");
}

TEST_CASE("metadata keeps its order and repeated keys") {
  ArticleRecord record;
  record.id = "a";
  record.meta = {{"z", "1"}, {"a", "2"}, {"z", "3"}};
  CHECK(decode_passage_data(encode_passage_data(record, 0, "")).record.meta == record.meta);
}

TEST_CASE("bytes that are not UTF-8 do not stop a build") {
  ArticleRecord record;
  record.id = "a\xFF";
  record.title = "\xC3";
  const std::string data = encode_passage_data(record, 0, "t\xFF");
  CHECK(decode_passage_data(data).record.id == "a\uFFFD");
  CHECK(decode_passage_data(data).record.title == "\uFFFD");
  CHECK(decode_passage_data(data).text == "t\xFF");
}

TEST_CASE("damaged data is a failure, not a crash") {
  for (const std::string& data : {""s, "{\"id\":\"a\"}"s, "text\n"s, "{\"id\":\"a\n"s, "{\"id\":\"a\\\n\"}\nx"s,
                                  "{\"id\":3}\nx"s, "{\"id\":\"a\",\"tags\":3}\nx"s, "\0\0\n"s}) {
    CAPTURE(data);
    CHECK_THROWS_AS(static_cast<void>(decode_passage_data(data)), Failure);
  }
  CHECK_THROWS_AS(static_cast<void>(decode_passage_text("no line feed")), Failure);
}
