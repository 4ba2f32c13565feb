// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/word_forms.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/query/bind/hand_lexicon.h"

namespace nutgraf {
namespace {

using test::bound_to;
using test::forms;
using test::HandLexicon;

struct ClauseRow {
  const char* query;
  const char* forms;  // of the first clause
};

constexpr ClauseRow kClauses[] = {
    {"principle", "principle principles"},
    {"Principles", "principles principle"},
    {"=principles", "principles"},
    {"\"principles\"", "principles"},
    {"\"one principle\"", "one | principle"},
    {"~\"one principle\"", "one | principle principles"},
    {"apple", "apple apples"},
    {"apples", "apples"},
    {"rivers", "rivers river"},
    {"#rivers", "#rivers"},
    {"zebra", "zebra"},
    {"china's", "china"},
    {"\"china's envoy\"", "china's | envoy"},
    {"\"china envoy\"", "china | envoy"},
    {"=china's", "china's"},
    {"G20's", "g20"},
    {"\"radio 4's\"", "radio | 4's"},
    {"~\"radio 4's\"", "radio | 4"},
    {"\"covid-19's\"", "\"covid 19's\" covid19"},
    {"U.S.'s", "XC:US"},
    {"\"U.S.'s\"", "u.s.'s"},
    {"ceasefire", "ceasefire ceasefires \"cease fire\" \"cease fires\""},
    {"ceasefires", "ceasefires ceasefire \"cease fires\" \"cease fire\""},
    {"wear", "wear weare wears"},
    {"weare", "weare wear wears \"we are\""},
    {"cease-fire", "\"cease fire\" ceasefire ceasefires \"cease fires\""},
    {"\"cease-fire talks\"", "\"cease fire\" ceasefire | talks"},
    {"\"ceasefire talks\"", "ceasefire \"cease fire\" | talks"},
    {"~\"cease-fire talks\"", "\"cease fire\" ceasefire ceasefires \"cease fires\" | talks talk talking"},
    {"\"cease fire\"", "cease | fire"},
    {"=\"cease-fire talks\"", "cease | fire | talks"},
    {"=\"ceasefire talks\"", "ceasefire | talks"},
    {"=cease-fire", "cease | fire"},
    {"US", "XC:US"},
    {"U.S.", "XC:US"},
    {"\"US\"", "XC:US"},
    {"=US", "XC:US"},
    {"~\"US\"", "XC:US"},
    {"\"U.S.\"", "XC:US"},
    {"=U.S.", "u.s"},
    {"\"us\"", "us"},
    {"=us", "us"},
    {"us", "us"},
    {"\"NATO\"", "nato"},
    {"\"WHO\"", "who"},
    {"\"US talks\"", "us | talks"},
    {"NATO", "nato"},
    {"CEASEFIRE", "ceasefire \"cease fire\""},
    {"Hawai'i", "hawai'i hawaii"},
    {"o'clock", "o'clock"},
    {"IT", "XC:IT"},
    {"WHO", "who"},
    {"PRINCIPLE", "principle"},
    {"ELEVE", "eleve élève"},
    {"eleve-pilot", "\"eleve pilot\" elevepilot \"élève pilot\""},
    {"ELEVE-PILOT", "\"eleve pilot\" elevepilot \"élève pilot\""},
    {"\"eleve-pilot\"", "\"eleve pilot\" elevepilot \"élève pilot\""},
    {"\"élève-pilot\"", "\"élève pilot\" élèvepilot"},
    {"\"eleve-pilot café\"", "\"eleve pilot\" elevepilot | café"},
    {"=eleve-pilot", "eleve | pilot"},
    {"eleve-eleve", "\"eleve eleve\" eleveeleve \"eleve élève\" \"élève eleve\" \"élève élève\""},
    {"eleve-talk",
     "\"eleve talk\" elevetalk \"eleve talking\" \"eleve talks\" \"élève talk\" \"élève talking\" \"élève talks\""},
    {"eleveriver", "eleveriver \"eleve river\" \"élève river\""},
    {"\"eleveriver\"", "eleveriver \"eleve river\" \"élève river\""},
    {"=eleveriver", "eleveriver"},
    {"tetefroide", "tetefroide \"tête froide\""},
    {"\"tetefroide\"", "tetefroide \"tête froide\""},
    {"=tetefroide", "tetefroide"},
    {"F-16", "\"f 16\" f16 \"f 16s\""},
    {"F16", "f16 \"f 16s\""},
    {"F-16s", "\"f 16s\" f16s"},
    {"B52s", "b52s b52"},
    {"1990", "1990"},
    {"1990s", "1990s"},
    {"\"F-16\"", "\"f 16\" f16"},
    {"oahu", "oahu o'ahu"},
    {"\"oahu beach\"", "oahu o'ahu | beach"},
    {"=oahu", "oahu"},
    {"Oʻahu", "o'ahu oahu"},
    {"\"Oʻahu\"", "o'ahu oahu"},
    {"=Oʻahu", "o'ahu"},
    {"Leser:innen", "\"leser innen\" leserinnen leser_innen"},
    {"Leser_innen", "leser_innen leserinnen \"leser innen\""},
    {"Leserinnen", "leserinnen \"leser innen\" leser_innen"},
    {"50%", "50"},
    {"$50", "50"},
    {"=50%", "XN:50%"},
    {"\"50%\"", "XN:50%"},
    {"=\"50 %\"", "XN:50%"},
    {"~\"50% talks\"", "XN:50% | talks talk talking"},
    {"\"$1,000\"", "XN:$1000"},
    {"\"about 50\"", "about | 50"},
    {"$50/day", "50 | day"},
    {"צה\"ל", "צה\"ל"},
    {"\"דובר צה\"ל אמר\"", "דובר | צה\"ל | אמר"},
    {"צה\u05F4ל", "צה\"ל"},
    {"1,043", "1043"},
    {"\"1,043 votes\"", "1043 | votes"},
    {"=1,043", "1,043"},
    {"\"北京 大学\"", "\"XB:北京 XB:京\" \"XB:北京 XB:京大\" | XB:大学"},
    {"=\"北京 大学\"", "\"XB:北京 XB:京\" \"XB:北京 XB:京大\" | XB:大学"},
    {"\"핵 무기\"", "XB:핵 XB:핵무 | XB:무기"},
    {"\"中 国 人\"", "XB:中 XB:中国 | XB:国 XB:国人 | XB:人"},
    {"\"北京、大学\"", "\"XB:北京 XB:京\" | XB:大学"},
    {"\"北京 xi\"", "\"XB:北京 XB:京\" | xi"},
    {"\"ไทย กา\"", "\"XB:ไท XB:ทย XB:ย\" \"XB:ไท XB:ทย XB:ยก\" | XB:กา"},
    {"\"北京大学\"", "\"XB:北京 XB:京大 XB:大学\""},
    {"desk@example.org", "desk | example.org"},
    {"+river", "river"},
    {"-river apple", "apple apples"},
    {"§ & river", "river"},
};

}  // namespace

TEST_CASE("every word is bound to its forms") {
  const HandLexicon lexicon;
  for (const ClauseRow& row : kClauses) {
    INFO(std::string(row.query));
    const bind::BoundQuery query = bound_to(lexicon, row.query);
    REQUIRE_FALSE(query.clauses.empty());
    CHECK(forms(query.clauses.front()) == row.forms);
  }
}

TEST_CASE("a query all in capitals, not only of acronyms, says nothing about acronyms") {
  struct Row {
    const char* query;
    std::vector<std::string> forms;  // of its clauses
  };
  const HandLexicon lexicon;
  const std::vector<Row> rows = {
      {"THE PRINCIPLES US TALKS A", {"the", "principles principle", "us", "talks talk talking", "a"}},
      {"US PRINCIPLES", {"us", "principles principle"}},
      {"PRINCIPLES 2023", {"principles principle", "2023"}},
      {"TALKS B", {"talks talk talking", "b"}},
      {"+US -PRINCIPLES", {"us"}},
      {"US AND PRINCIPLES", {"us", "principles principle"}},
      {"(US OR IT) NOT PRINCIPLES", {"us", "it"}},
      {"US NEAR/5 PRINCIPLES", {}},
      {"US \"PRINCIPLES TALKS\"", {"us", "principles | talks"}},
      {"~\"PRINCIPLES US\"", {"principles principle | us"}},
      {"US source:BBC title:PRINCIPLES", {"XC:US"}},
      {"US NATO", {"XC:US", "nato"}},
      {"US IT", {"XC:US", "XC:IT"}},
      {"US 2023", {"XC:US", "2023"}},
      {"US \"the PRINCIPLES\"", {"XC:US", "the | principles"}},
      {"the US TALKS here", {"the", "XC:US", "talks", "here"}},
      {"Peru US TALKS", {"peru", "XC:US", "talks"}},
      {"TALKS", {"talks"}},
      {"US", {"XC:US"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    std::vector<std::string> found;
    for (const bind::Clause& clause : bound_to(lexicon, row.query).clauses) {
      found.push_back(forms(clause));
    }
    CHECK(found == row.forms);
  }
}

TEST_CASE("a word that is small only where sentences begin is told from the acronym") {
  HandLexicon lexicon;
  lexicon.add_term("XC:UN");
  lexicon.add_term("un");
  CHECK(forms(bound_to(lexicon, "UN").clauses[0]) == "un");
  lexicon.add_passages("un", 5);
  CHECK(forms(bound_to(lexicon, "UN").clauses[0]) == "XC:UN");
}

TEST_CASE("in quotes the accents typed count, but dotless i differs by case alone") {
  struct Row {
    const char* query;
    const char* forms;
  };
  constexpr Row kRows[] = {
      {"\"ışık\"", "ışık işik"},
      {"\"Işık\"", "işık işik ışık"},
      {"\"kış saati\"", "kış kiş | saati"},
      {"\"KIŞ SAATİ\"", "kiş kış | saati"},
      {"\"ışik saati\"", "ışik işik ışık | saati"},
      {"\"isik\"", "isik işik ışık"},
      {"=\"ışık saati\"", "ışık | saati"},
      {"KIŞ", "kiş kış"},
      {"\"şu kis\"", "şu | kis"},
  };
  HandLexicon lexicon("tr");
  lexicon.add_accents("tr", "isik", {"isik", "ışık", "işik"});
  lexicon.add_accents("tr", "kis", {"kış", "kiş"});
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(forms(bound_to(lexicon, row.query).clauses[0]) == row.forms);
  }
}

TEST_CASE("a word of Arabic typed without its hamza is found in quotes") {
  struct Row {
    const char* query;
    const char* forms;
  };
  constexpr Row kRows[] = {
      {"\"الامريكية\"", "الامريكية الأمريكية"},
      {"\"الامريكيه\"", "الامريكيه الأمريكية"},
      {"\"الأمريكية\"", "الأمريكية"},
      {"\"الى\"", "الى إلى"},
      {"\"الي\"", "الي إلى إلي"},
  };
  HandLexicon lexicon("ar");
  lexicon.add_accents("ar", "الامريكيه", {"الأمريكية"});
  lexicon.add_accents("ar", "الي", {"إلى", "إلي"});
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(forms(bound_to(lexicon, row.query).clauses[0]) == row.forms);
  }
}

TEST_CASE("in quotes a word of one letter has accents too") {
  HandLexicon lexicon("fr");
  lexicon.add_accents("fr", "a", {"a", "à"});
  CHECK(forms(bound_to(lexicon, "\"face a\"").clauses[0]) == "face | a à");
  CHECK(forms(bound_to(lexicon, "\"face à\"").clauses[0]) == "face | à");
  CHECK(forms(bound_to(lexicon, "a").clauses[0]) == "a");
}

TEST_CASE("an acronym is found with its Turkish endings") {
  struct Row {
    const char* query;
    const char* forms;
  };
  constexpr Row kRows[] = {
      {"TBMM", "tbmm tbmm'nin"},    {"TBMM'nin", "tbmm tbmm'nin"}, {"NATO", "nato nato'nun"}, {"AB", "XC:AB"},
      {"\"TBMM'nin\"", "tbmm'nin"}, {"KKTC", "XC:KKTC"},           {"OK'd", "ok ok'd"},
  };
  HandLexicon lexicon("tr");
  lexicon.add_class("tr", "tbmm", {"tbmm'nin"});
  lexicon.add_class("tr", "nato", {"nato", "nato'nun", "natolar"});
  for (const char* term : {"XC:AB", "ab", "XC:TBMM", "tbmm'nin", "XC:KKTC", "nato", "nato'nun", "ok'd"}) {
    lexicon.add_term(term);
  }
  lexicon.add_passages("ab", 5);
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(forms(bound_to(lexicon, row.query).clauses[0]) == row.forms);
  }
}

TEST_CASE("with several languages the members of a class count in theirs only") {
  HandLexicon lexicon;
  lexicon.add_language("fr");
  lexicon.add_class("fr", "princip", {"principe", "principes"});
  CHECK(forms(bound_to(lexicon, "principle").clauses[0]) == "principle principles@en");
  CHECK(forms(bound_to(lexicon, "principe").clauses[0]) == "principe principes@fr");
  lexicon.add_accents("fr", "eleve", {"élevé"});
  CHECK(forms(bound_to(lexicon, "eleve-eleve").clauses[0]) ==
        "\"eleve eleve\" eleveeleve \"eleve élève\"@en \"eleve élevé\"@fr \"élève eleve\"@en \"élève élève\"@en "
        "\"élevé eleve\"@fr \"élevé élevé\"@fr");
}

}  // namespace nutgraf
