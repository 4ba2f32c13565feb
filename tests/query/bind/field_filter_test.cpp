// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/field_filter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/bind/unknown_value.h"
#include "query/parse/parse.h"
#include "query/parse/query_error.h"
#include "tests/query/bind/hand_lexicon.h"

namespace nutgraf {
namespace {

using test::bound_to;
using test::HandLexicon;
using test::terms_of;
using test::title_forms;

}  // namespace

TEST_CASE("fields become terms") {
  const HandLexicon lexicon;
  CHECK(terms_of(bound_to(lexicon, "source:\"Harbour  POST\"").root) == std::vector<std::string>{"XSRC:harbour post"});
  CHECK(terms_of(bound_to(lexicon, "id:UAD").root) == std::vector<std::string>{"Q:UAD"});
  CHECK(terms_of(bound_to(lexicon, "meta.Desk:Foreign").root) == std::vector<std::string>{"XM:Desk=foreign"});
  CHECK(title_forms(bound_to(lexicon, "title:principles")) == "Sprinciples Sprinciple");
}

TEST_CASE("values of fields are found by wildcards, authors by words of their names") {
  HandLexicon lexicon;
  for (const char* term : {"XSRC:harbour post",
                           "XSRC:harbour news",
                           "XSRC:the ledger",
                           "Aann smith",
                           "Ajo smithson",
                           "Ajosé garcía",
                           "Ao'brien, tim",
                           "A张伟",
                           "Ksea trade",
                           "Kseaside",
                           "Sprinciple",
                           "Sprincipal",
                           "Sred",
                           "Q:UAD1",
                           "Q:UAD2",
                           "XURL:http://a.example/world/1?x=2",
                           "XURL:http://a.example/home/1",
                           "XM:desk=foreign",
                           "XM:desk=home",
                           "XM:desks=foreign",
                           "Len",
                           "Lde"}) {
    lexicon.add_term(term);
  }
  using Terms = std::vector<std::string>;
  struct FieldRow {
    const char* query;
    Terms terms;
  };
  for (const FieldRow& row : {
           FieldRow{"source:harbour*", {"XSRC:harbour news", "XSRC:harbour post"}},
           FieldRow{"source:*LEDGER", {"XSRC:the ledger"}},
           FieldRow{"source:ledger", {"XSRC:ledger"}},
           FieldRow{"source:\"led*\"", {"XSRC:led*"}},
           FieldRow{"tag:sea*", {"Ksea trade", "Kseaside"}},
           FieldRow{"tag:s?a*trade", {"Ksea trade"}},
           FieldRow{"author:smith", {"Aann smith"}},
           FieldRow{"author:\"Ann SMITH\"", {"Aann smith"}},
           FieldRow{"author:\"smith ann\"", {"Asmith ann"}},
           FieldRow{"author:smith*", {"Aann smith", "Ajo smithson"}},
           FieldRow{"author:nn*", {"Ann*"}},
           FieldRow{"author:*smith*", {"Aann smith", "Ajo smithson"}},
           FieldRow{"author:garcia", {"Ajosé garcía"}},
           FieldRow{"author:o’brien", {"Ao'brien, tim"}},
           FieldRow{"author:张", {"A张伟"}},
           FieldRow{"id:UAD*", {"Q:UAD1", "Q:UAD2"}},
           FieldRow{"url:*/world/*", {"XURL:http://a.example/world/1?x=2"}},
           FieldRow{"url:http://a.example/world/1?x=2", {"XURL:http://a.example/world/1?x=2"}},
           FieldRow{"url:http://a.example/*1?x=2", {"XURL:http://a.example/world/1?x=2"}},
           FieldRow{"meta.desk:*", {"XM:desk=foreign", "XM:desk=home"}},
           FieldRow{"lang:english", {"Len"}},
           FieldRow{"LANG:Deutsch", {"Lde"}},
       }) {
    CAPTURE(std::string(row.query));
    CHECK(terms_of(bound_to(lexicon, row.query).root) == row.terms);
  }
  CHECK(title_forms(bound_to(lexicon, "title:princip*")) == "Sprincipal Sprinciple");
  CHECK(title_forms(bound_to(lexicon, "title:\"red princip*\"")) == "Sred | Sprincipal Sprinciple");
  for (int i = 0; i < 1001; ++i) {
    lexicon.add_term("Ktag" + std::to_string(i));
  }
  CHECK_THROWS_AS(static_cast<void>(bound_to(lexicon, "tag:tag*")), parse::QueryError);
}

TEST_CASE("values are found in any case, with letters that are written for one another") {
  HandLexicon lexicon;
  for (const char* term :
       {"XSRC:ışık gazetesi", "XSRC:işik gazetesi", "XSRC:\u0627\u06CC\u0631\u0627\u0646", "Kbucure\u0219ti",
        "Kbucure\u015Fti", "XSRC:cafe", "XSRC:café", "XM:wordCount=12", "XM:wordCounts=13", "XM:topic=sea"}) {
    lexicon.add_term(term);
  }
  using Terms = std::vector<std::string>;
  struct Row {
    const char* query;
    Terms terms;
  };
  for (const Row& row : {
           Row{"source:\"ışık gazetesi\"", {"XSRC:işik gazetesi", "XSRC:ışık gazetesi"}},
           Row{"source:\"IŞIK GAZETESİ\"", {"XSRC:işik gazetesi", "XSRC:ışık gazetesi"}},
           Row{"source:\u0627\u064A\u0631\u0627\u0646", {"XSRC:\u0627\u06CC\u0631\u0627\u0646"}},
           Row{"tag:BUCURE\u0218TI", {"Kbucure\u015Fti", "Kbucure\u0219ti"}},
           Row{"source:CAFÉ", {"XSRC:café"}},
           Row{"source:cafe", {"XSRC:cafe"}},
           Row{"source:none", {"XSRC:none"}},
           Row{"meta.WORDCOUNT:12", {"XM:wordCount=12"}},
           Row{"META.wordcount:1*", {"XM:wordCount=12"}},
           Row{"meta.wordCount:13", {"XM:wordCount=13"}},
           Row{"meta.topc:sea", {"XM:topc=sea"}},
       }) {
    CAPTURE(row.query);
    CHECK(terms_of(bound_to(lexicon, row.query).root) == row.terms);
  }
  const std::vector<bind::UnknownValue> unknown =
      bind::unknown_values(lexicon, *parse::parse("meta.topc:sea meta.TOPIC:x"));
  REQUIRE(unknown.size() == 2);
  CHECK(unknown[0].no_field);
  CHECK(unknown[0].nearest_field == "meta.topic");
  CHECK_FALSE(unknown[1].no_field);
  CHECK(bind::unknown_values(lexicon, *parse::parse("meta.wordcount:12 source:\"IŞIK GAZETESİ\"")).empty());
}

TEST_CASE("a language that there is not is said with one near to it") {
  const HandLexicon lexicon;
  struct Row {
    const char* query;
    const char* advice;
  };
  for (const Row& row :
       {Row{"lang:portugese", "did you mean lang:portuguese? "}, Row{"lang:pt-BR", "did you mean lang:pt? "}}) {
    CAPTURE(std::string(row.query));
    std::string advice;
    try {
      static_cast<void>(bound_to(lexicon, row.query));
    } catch (const parse::QueryError& error) {
      advice = error.advice();
    }
    CHECK(advice.starts_with(row.advice));
  }
}

TEST_CASE("a value that no article has is said with those near to it") {
  HandLexicon lexicon;
  for (const char* term : {"XSRC:ledger", "XSRC:the independent", "XSRC:mirror", "Aann smith", "Len", "Ksea"}) {
    lexicon.add_term(term);
  }
  struct UnknownRow {
    const char* query;
    std::vector<std::string> nearest;
    bool similar;
  };
  for (const UnknownRow& row : {
           UnknownRow{"x source:Legder", {"XSRC:ledger"}, true},
           UnknownRow{"-source:independent", {"XSRC:the independent"}, true},
           UnknownRow{"source:(mirror OR miror)", {"XSRC:mirror"}, true},
           UnknownRow{"author:smtih", {"Aann smith"}, true},
           UnknownRow{"author:brown", {"Aann smith"}, false},
           UnknownRow{"source:x*", {"XSRC:ledger", "XSRC:mirror", "XSRC:the independent"}, false},
           UnknownRow{"lang:german", {"Len"}, false},
           UnknownRow{"id:none", {}, false},
       }) {
    const std::string query = row.query;
    CAPTURE(query);
    const std::vector<bind::UnknownValue> unknown = bind::unknown_values(lexicon, *parse::parse(row.query));
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].nearest.terms == row.nearest);
    CHECK(unknown[0].nearest.similar == row.similar);
  }
  for (const char* query : {"source:ledger", "author:smith lang:english", "tag:s?a", "x", "date:2023", "title:zebra"}) {
    CAPTURE(query);
    CHECK(bind::unknown_values(lexicon, *parse::parse(query)).empty());
  }
}

}  // namespace nutgraf
