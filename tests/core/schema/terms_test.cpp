// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/terms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/shorten.h"

using namespace nutgraf::schema;
using namespace std::string_literals;

namespace {

std::size_t glass_bytes(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

bool ends_between_characters(const std::string& kept, const std::string& whole) {
  return kept.size() == whole.size() || (static_cast<unsigned char>(whole[kept.size()]) & 0xC0U) != 0x80U;
}

std::string repeat(const std::string& piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += piece;
  }
  return all;
}

}  // namespace

TEST_CASE("terms") {
  struct Row {
    std::string_view prefix;
    std::string value;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"", "china", "china"},
      {kIdPrefix, "a1", "Qa1"},
      {kIdPrefix, "UAD", "Q:UAD"},
      {kIdPrefix, ":x", "Q::x"},
      {kIdPrefix, "", "Q"},
      {kTitlePrefix, "xi", "Sxi"},
      {kDayPrefix, "20230619", "D20230619"},
      {kSourcePrefix, "BBC", "XSRC:BBC"},
      {kExactCasePrefix, "US", "XC:US"},
      {kIdPrefix, "Élan", "QÉlan"},
      {kLanguagePrefix, "en", "Len"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CHECK(make_term(row.prefix, row.value) == row.expected);
    CHECK_FALSE(is_too_long(row.prefix, row.value));
  }
}

TEST_CASE("prefixed terms of different prefixes never meet") {
  // An id "RC:US" under prefix X would be XRC:US; single letters part capitals by a colon, longer ones end in one.
  std::set<std::string> seen;
  for (const std::string_view prefix :
       {kIdPrefix, kTitlePrefix, kAuthorPrefix, kDayPrefix, kMonthPrefix, kYearPrefix, kHostPrefix, kLanguagePrefix,
        kTagPrefix, kExactCasePrefix, kBigramPrefix, kAmountPrefix, kSourcePrefix, kSectionPrefix, kFolderPrefix,
        kUrlPrefix, kMetaPrefix}) {
    for (const std::string& value : {""s, "a"s, "A"s, "XC:US"s, "C:US"s, ":"s, ":A"s, "SRC:bbc"s, "SENT"s, "NODATE"s}) {
      const std::string term = make_term(prefix, value);
      CAPTURE(term);
      CHECK(seen.insert(term).second);
      CHECK(term != kSentenceMark);
      CHECK(term != kParagraphMark);
      CHECK(term != kUndatedMark);
    }
  }
}

TEST_CASE("long terms fit, stay apart and end between characters") {
  const std::vector<std::string> pieces{"x", "é", "漢", "😀", "\0"s, "a\0b"s, "\xFF", "\x80"};
  std::set<std::string> seen;
  for (const std::string_view prefix : {std::string_view{}, kIdPrefix, kUrlPrefix}) {
    for (const std::string& piece : pieces) {
      for (std::size_t times = 60; times < 260; times += 3) {
        const std::string value = repeat(piece, times);
        const std::string term = make_term(prefix, value);
        const std::string whole = std::string(prefix) + value;
        REQUIRE(glass_bytes(term) <= kMaxTermBytes);
        REQUIRE(seen.insert(term).second);
        REQUIRE(is_too_long(prefix, value) == (glass_bytes(whole) > kMaxTermBytes));
        if (is_too_long(prefix, value)) {
          const std::string kept = term.substr(0, term.size() - 32);
          REQUIRE(whole.substr(0, kept.size()) == kept);
          REQUIRE(kept.size() >= 80);
          REQUIRE((piece == "\x80" || ends_between_characters(kept, whole)));
        } else {
          REQUIRE(term == whole);
        }
      }
    }
  }
}

TEST_CASE("long values that differ only at their end stay different") {
  const std::string beginning(400, 'n');
  CHECK(make_term(kIdPrefix, beginning + "1") != make_term(kIdPrefix, beginning + "2"));
  CHECK(make_term(kIdPrefix, beginning + "1") == make_term(kIdPrefix, beginning + "1"));
  CHECK(make_term(kIdPrefix, beginning).substr(0, 40) == make_term(kIdPrefix, beginning + "1").substr(0, 40));
}

TEST_CASE("boolean values are folded") {
  struct Row {
    const char* value;
    const char* expected;
  };
  const Row rows[] = {
      {"BBC News", "bbc news"},
      {"  The\tIndependent \n", "the independent"},
      {"ÉCONOMIE", "économie"},
      {"Straße", "strasse"},
      {"ＢＢＣ", "bbc"},
      {"HÜRRİYET", "hürriyet"},
      {"İzmir I\u0307l", "izmir il"},
      {"a\u00A0\u3000b", "a b"},
      {"", ""},
      {"   ", ""},
      {"2024/06", "2024/06"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(fold_value(row.value) == row.expected);
    CHECK(fold_value(fold_value(row.value)) == row.expected);
  }
}

TEST_CASE("fields are found by name and make their terms") {
  struct Row {
    const char* name;
    const char* value;
    const char* term;
  };
  const Row rows[] = {
      {"source", "BBC News", "XSRC:bbc news"},
      {"author", "Ann Lee", "Aann lee"},
      {"tag", "Trade", "Ktrade"},
      {"lang", "EN", "Len"},
      {"id", "BBC News", "Q:BBC News"},
      {"url", "http://X/Y", "XURL:http://X/Y"},
      {"folder", "2024/06", "XDIR:2024/06"},
      {"section", "World", "XSEC:world"},
      {"host", "BBC.co.uk", "Hbbc.co.uk"},
      {"meta.Category", "Sport", "XM:Category=sport"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Field* field = find_field(row.name);
    REQUIRE(field != nullptr);
    CHECK(field_term(*field, row.name, row.value) == row.term);
  }
  for (const char* name : {"", "Source", "meta", "meta.", "sources", "title ", "metax"}) {
    CAPTURE(name);
    CHECK(find_field(name) == nullptr);
  }
}

TEST_CASE("the list of fields names each of them once, sorted") {
  const std::string names = field_names();
  for (const Field& field : fields()) {
    CHECK(find_field(field.name) == &field);
    CHECK(names.find(std::string(field.name) + ",") != std::string::npos);
  }
  CHECK(names.substr(0, 14) == "after, author,");
  CHECK(names.find("meta.KEY") != std::string::npos);
}

TEST_CASE("shortening at a limit") {
  CHECK(shorten("abc", 40) == "abc");
  CHECK(shorten(std::string(40, 'a'), 40) == std::string(40, 'a'));
  CHECK(shorten(std::string(41, 'a'), 40).size() == 40);
  CHECK(shorten(std::string(41, 'a'), 40).substr(0, 9) != "aaaaaaaaa");
  CHECK(shorten(repeat("é", 30), 41).substr(0, 8) == repeat("é", 4));
}
