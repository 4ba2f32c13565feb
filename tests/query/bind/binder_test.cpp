// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/binder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "core/index/class_table.h"
#include "core/schema/slots.h"
#include "query/bind/day_limits.h"
#include "query/bind/unknown_value.h"
#include "query/parse/parse.h"
#include "query/parse/query_error.h"

namespace nutgraf {
namespace {

/// A vocabulary written down by hand.
class HandLexicon final : public bind::Lexicon {
 public:
  HandLexicon() {
    contract_.languages = {{"en", 2, 2, 20}};
    add_class("en", "princip", {"principle", "principles"});
    add_class("en", "talk", {"talk", "talks", "talking"});
    add_class("en", "appl", {"apples"});
    add_class("en", "ceasefir", {"ceasefire", "ceasefires"});
    add_class("en", "wear", {"wear", "weare", "wears"});
    metadata_[compound_metadata_key("ceasefire")] = encode_list({"cease fire"});
    metadata_[compound_metadata_key("ceasefires")] = encode_list({"cease fires"});
    metadata_[compound_metadata_key("weare")] = encode_list({"we are"});
    metadata_[compound_metadata_key("f16s")] = encode_list({"f 16s"});
    metadata_[compound_metadata_key("leserinnen")] = encode_list({"leser innen", "leser_innen"});
    metadata_[compound_metadata_key("oahu")] = encode_list({"o'ahu"});
    metadata_[compound_metadata_key("wellbeing")] = encode_list({"well being"});
    metadata_[case_metadata_key("en", "us")] = encode_counts({90, 1, 10, 0});
    metadata_[case_metadata_key("en", "nato")] = encode_counts({0, 5, 10, 0});
    metadata_[case_metadata_key("en", "it")] = encode_counts({0, 0, 3, 2});
    terms_ = {"XC:US",      "XC:NATO", "XC:IT", "us",     "nato",  "principle",
              "principles", "talk",    "talks", "apples", "river", "b52"};
  }

  void add_class(const std::string& language, const std::string& beginning, const std::vector<std::string>& members) {
    ClassKeys keys;
    const std::string key = keys.key(language, members.front());
    REQUIRE(key.substr(0, beginning.size()) == beginning);
    metadata_[class_metadata_key(language, key)] = encode_list(members);
  }
  void add_language(const std::string& language) { contract_.languages.push_back({language, 1, 1, 10}); }
  void add_term(const std::string& term) { terms_.insert(term); }
  void add_passages(const std::string& term, std::uint64_t count) { passages_[term] = count; }

  [[nodiscard]] const Contract& contract() const override { return contract_; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override {
    const auto found = metadata_.find(key);
    return found == metadata_.end() ? std::vector<std::string>() : std::vector<std::string>{found->second};
  }
  [[nodiscard]] bool has_term(const std::string& term) const override { return terms_.contains(term); }
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override {
    const auto found = passages_.find(term);
    return found == passages_.end() ? bind::Lexicon::passages_with(term) : found->second;
  }
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override {
    for (auto it = terms_.lower_bound(beginning); it != terms_.end() && it->starts_with(beginning); ++it) {
      if (!take(*it)) {
        return;
      }
    }
  }
  [[nodiscard]] std::optional<schema::DayRange> days() const override {
    return schema::DayRange{{1958, 3, 4}, {2031, 3, 4}};
  }

 private:
  Contract contract_;
  std::map<std::string, std::string> metadata_;
  std::set<std::string> terms_;
  std::map<std::string, std::uint64_t> passages_;
};

bind::BoundQuery bound_to(const HandLexicon& lexicon, const std::string& query,
                          bind::MatchMode match = bind::MatchMode::Any) {
  bind::Binder binder(lexicon);
  const parse::AstPtr ast = parse::parse(query);
  return binder.bind({query, *ast, bind::Syntax::Full, match});
}

/// "principle principles" of a word, parts of a phrase parted by bars, open compounds in quotes, relatives of a
/// language followed by it.
std::string forms(const bind::BoundUnit& unit) {
  std::string out;
  for (const bind::BoundWord& part : unit.parts) {
    out += &part == &unit.parts.front() ? "" : " | ";
    for (const bind::Form& form : part.forms) {
      out += &form == &part.forms.front() ? "" : " ";
      std::string terms;
      for (const std::string& term : form.terms) {
        terms += terms.empty() ? "" : " ";
        terms += term;
      }
      out += form.terms.size() > 1 ? "\"" + terms + "\"" : terms;
      out += form.language.empty() ? "" : "@" + form.language;
    }
  }
  return out;
}

struct UnitRow {
  const char* query;
  const char* forms;  // of the first unit
};

constexpr UnitRow kUnits[] = {
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
    {"\"US\"", "us"},
    {"us", "us"},
    {"NATO", "nato"},
    {"IT", "XC:IT"},
    {"WHO", "who"},
    {"PRINCIPLE", "principle"},
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
    {"desk@example.org", "desk | example.org"},
    {"+river", "river"},
    {"-river apple", "apple apples"},
    {"§ & river", "river"},
};

}  // namespace

TEST_CASE("every word is bound to its forms") {
  const HandLexicon lexicon;
  for (const UnitRow& row : kUnits) {
    INFO(std::string(row.query));
    const bind::BoundQuery query = bound_to(lexicon, row.query);
    REQUIRE_FALSE(query.units.empty());
    CHECK(forms(query.units.front()) == row.forms);
  }
}

TEST_CASE("a query all in capitals, not only of acronyms, says nothing about acronyms") {
  struct Row {
    const char* query;
    std::vector<std::string> forms;  // of its units
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
    for (const bind::BoundUnit& unit : bound_to(lexicon, row.query).units) {
      found.push_back(forms(unit));
    }
    CHECK(found == row.forms);
  }
}

TEST_CASE("a word that is small only where sentences begin is told from the acronym") {
  HandLexicon lexicon;
  lexicon.add_term("XC:UN");
  lexicon.add_term("un");
  CHECK(forms(bound_to(lexicon, "UN").units[0]) == "un");
  lexicon.add_passages("un", 5);
  CHECK(forms(bound_to(lexicon, "UN").units[0]) == "XC:UN");
}

TEST_CASE("with several languages the members of a class count in theirs only") {
  HandLexicon lexicon;
  lexicon.add_language("fr");
  lexicon.add_class("fr", "princip", {"principe", "principes"});
  CHECK(forms(bound_to(lexicon, "principle").units[0]) == "principle principles@en");
  CHECK(forms(bound_to(lexicon, "principe").units[0]) == "principe principes@fr");
}

TEST_CASE("what ranks is each word once, and who stands beside whom") {
  const HandLexicon lexicon;
  const bind::BoundQuery query = bound_to(lexicon, "river \"one principle\" river title:talks -apple date:none");
  REQUIRE(query.ranked.size() == 3);
  CHECK(query.ranked[0].times == 2);
  CHECK(query.ranked[1].word.text == "one");
  CHECK(query.neighbours == std::vector<bind::Neighbours>{{0, 1}, {1, 2}, {2, 0}});
  CHECK(query.units.size() == 3);
  CHECK(query.has_date_filter);
  CHECK(forms(query.whole) == "river | one | principle | river");
  CHECK(query.bare_words == 3);
  const bind::BoundQuery either = bound_to(lexicon, "river OR apple");
  CHECK(either.ranked.size() == 2);
  CHECK(either.neighbours.empty());
  CHECK(either.whole.parts.empty());
  CHECK(bound_to(lexicon, "\"one principle\"").whole.parts.empty());
}

TEST_CASE("among bare words fields filter, signs require and exclude") {
  const HandLexicon lexicon;
  const bind::BoundQuery query =
      bound_to(lexicon, "river +apple -us NOT nato lang:en (tag:a OR date:2020) (x OR tag:b)");
  std::vector<bind::Role> roles;
  for (const bind::BoundNode& child : query.root.children) {
    roles.push_back(child.role);
  }
  CHECK(roles == std::vector<bind::Role>{bind::Role::Optional, bind::Role::Required, bind::Role::Excluded,
                                         bind::Role::Excluded, bind::Role::Filter, bind::Role::Filter,
                                         bind::Role::Optional});
  const bind::BoundQuery all = bound_to(lexicon, "river apple", bind::MatchMode::All);
  CHECK(all.root.children[0].role == bind::Role::Required);
  const bind::BoundQuery phrase = bound_to(lexicon, "river apple lang:en", bind::MatchMode::Phrase);
  CHECK(forms(phrase.units[0]) == "river | apple");
}

TEST_CASE("dates become few terms, or a range of values") {
  const HandLexicon lexicon;
  const auto terms = [&](const char* query) { return bound_to(lexicon, query).root.terms; };
  using Terms = std::vector<std::string>;
  CHECK(terms("date:2023-06-19") == Terms{"D20230619"});
  CHECK(terms("date:2023-06") == Terms{"M202306"});
  CHECK(terms("date:2023") == Terms{"Y2023"});
  CHECK(terms("date:2023-05..2023-07") == Terms{"M202305", "M202306", "M202307"});
  CHECK(terms("date:2022-12-31..2024-01-02") == Terms{"D20221231", "Y2023", "D20240101", "D20240102"});
  CHECK(terms("date:none") == Terms{"XNODATE"});
  // An article of March 2031 whose day is unknown is after 2029 too, and on no day before 6 March 1958.
  CHECK(terms("after:2029") == Terms{"Y2030", "M203101", "M203102", "M203103"});
  CHECK(terms("before:1958-03-03") == Terms{"D19580301", "D19580302"});
  CHECK(bound_to(lexicon, "date:1958-03..2031-03").root.kind == bind::BoundKind::Not);
  CHECK(bound_to(lexicon, "date:1958-03-04..2031-03-04").root.kind == bind::BoundKind::Range);
  CHECK(terms("date:20230619") == Terms{"D20230619"});
  CHECK(terms("date:20230601..20230602") == Terms{"D20230601", "D20230602"});
  CHECK(bound_to(lexicon, "date:2021 OR date:2023").root.kind == bind::BoundKind::Or);
  CHECK(bound_to(lexicon, "x -date:2021 date:2023").root.kind == bind::BoundKind::Best);
  CHECK(bound_to(lexicon, "date:2040").root.kind == bind::BoundKind::Nothing);
  CHECK(bound_to(lexicon, "date:1900..2100").root.kind == bind::BoundKind::Not);
  const bind::BoundNode range = bound_to(lexicon, "date:1958-03-10..2031-03-02").root;
  CHECK(range.kind == bind::BoundKind::Range);
  CHECK(range.low == schema::encode_time(schema::days_since_1970({1958, 3, 10}) * 86400));
  CHECK(range.high == schema::encode_time(schema::days_since_1970({2031, 3, 3}) * 86400 - 1));
}

TEST_CASE("fields become terms") {
  const HandLexicon lexicon;
  CHECK(bound_to(lexicon, "source:\"Harbour  POST\"").root.terms == std::vector<std::string>{"XSRC:harbour post"});
  CHECK(bound_to(lexicon, "id:UAD").root.terms == std::vector<std::string>{"Q:UAD"});
  CHECK(bound_to(lexicon, "meta.Desk:Foreign").root.terms == std::vector<std::string>{"XM:Desk=foreign"});
  const bind::BoundNode title = bound_to(lexicon, "title:principles").root;
  CHECK(title.kind == bind::BoundKind::Title);
  CHECK(forms(title.unit) == "Sprinciples Sprinciple");
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
           FieldRow{"author:smith*", {"Asmith*"}},
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
    CAPTURE(row.query);
    CHECK(bound_to(lexicon, row.query).root.terms == row.terms);
  }
  CHECK(forms(bound_to(lexicon, "title:princip*").root.unit) == "Sprincipal Sprinciple");
  CHECK(forms(bound_to(lexicon, "title:\"red princip*\"").root.unit) == "Sred | Sprincipal Sprinciple");
  for (int i = 0; i < 1001; ++i) {
    lexicon.add_term("Ktag" + std::to_string(i));
  }
  CHECK_THROWS_AS(static_cast<void>(bound_to(lexicon, "tag:tag*")), parse::QueryError);
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

TEST_CASE("days may be counted back from today") {
  const schema::Day today{2024, 3, 31};
  struct SpanRow {
    const char* value;
    const char* first;  // of --since
    const char* last;   // of --until
  };
  for (const SpanRow& row :
       {SpanRow{"7d", "2024-03-24", "2024-03-24"}, SpanRow{"0d", "2024-03-31", "2024-03-31"},
        SpanRow{"2w", "2024-03-17", "2024-03-17"}, SpanRow{"1m", "2024-02-29", "2024-02-29"},
        SpanRow{"13M", "2023-02-28", "2023-02-28"}, SpanRow{"1y", "2023-03-31", "2023-03-31"},
        SpanRow{"9999y", "0001-01-01", "0001-01-01"}, SpanRow{"2023", "2023-01-01", "2023-12-31"},
        SpanRow{"2023-06", "2023-06-01", "2023-06-30"}, SpanRow{"20230602", "2023-06-02", "2023-06-02"}}) {
    CAPTURE(row.value);
    const std::optional<bind::DaySpan> since = bind::read_since(row.value, today);
    const std::optional<bind::DaySpan> until = bind::read_until(row.value, today);
    REQUIRE(since.has_value());
    REQUIRE(until.has_value());
    CHECK(to_string(since->first) == row.first);
    CHECK(since->last == schema::kLastDay);
    CHECK(until->first == schema::kFirstDay);
    CHECK(to_string(until->last) == row.last);
  }
  for (const char* value : {"last year", "7", "d", "-7d", "7days", "7q", "2023-13", "202306", "none", "2023..", ""}) {
    CAPTURE(value);
    CHECK_FALSE(bind::read_since(value, today).has_value());
  }
}

struct ErrorRow {
  const char* query;
  std::size_t byte;
  const char* message;
};

TEST_CASE("what cannot be bound says where and why") {
  constexpr ErrorRow kErrors[] = {
      {"§ &", 0, "there is no word in this query"},
      {"river AND §", 10, "there is no letter or digit in \"§\" to search for"},
      {"\"§\"", 0, "there is no letter or digit in \"§\" to search for"},
      {"river date:2020-13-45", 11, "\"2020-13-45\" is no date or range of dates"},
      {"date:soon..2020", 5, "\"soon..2020\" is no date or range of dates"},
      {"date:..", 5, "\"..\" is no date or range of dates"},
      {"date:2021..2020", 5, "no day is in \"2021..2020\": it begins after it ends"},
      {"x date:(2019 OR 2021..2020)", 16, "no day is in \"2021..2020\": it begins after it ends"},
      {"x after:2023 before:2021", 13, "no day meets before:2021 and the dates before it"},
      {"date:2021 AND (x AND date:none)", 21, "no day meets date:none and the dates before it"},
      {"lang:zz", 5, "\"zz\" is no language"},
      {"lang:(en OR elbish)", 12, "\"elbish\" is no language"},
      {"after:none", 6, "\"none\" is no date or range of dates"},
      {"title:§", 6, "there is no letter or digit in \"§\" to search for"},
      {"x \"* *\"", 2, "there is no letter or digit in \"* *\" to search for"},
      {"a /x[y/", 4, "the regular expression cannot be read: missing ]: [y"},
      {"a /x\\1/", 4, "the regular expression cannot be read: invalid escape sequence: \\1"},
      {"a cease-fir~1", 2, "~1 is for one word, and this is 2"},
      {"a 習近平~1", 2, "~1 is for one word, and 習近平 is 2 in a script without spaces"},
      {"title:/princip/", 6, "title: takes no regular expressions"},
      {"title:taiwn~1", 6, "title: takes no number of changes"},
      {"title:*", 0, "there is no letter or digit in \"*\" to search for"},
      {"(a b) NEAR/5 c", 0, "NEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a row of words"},
      {"c ADJ/5 (a OR (b AND d))", 14, "ADJ takes words, phrases, patterns, (a OR b) and other NEARs; this is an AND"},
      {"c NOTNEAR/5 title:a", 12, "NOTNEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a field"},
      {"c NEAR/5 (NOT a)", 9, "NEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a NOT"},
      {"WITHIN sentence (a b) NEAR/5 c", 0,
       "NEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a WITHIN"},
      {"WITHIN sentence (a AND title:b)", 23, "a field cannot stand inside a sentence"},
      {"WITHIN paragraph (a WITHIN article (b))", 20, "an article cannot stand inside a paragraph"},
  };
  const HandLexicon lexicon;
  for (const ErrorRow& row : kErrors) {
    CAPTURE(row.query);
    try {
      const bind::BoundQuery query = bound_to(lexicon, row.query);
      FAIL_CHECK("bound as ", describe(query));
    } catch (const parse::QueryError& e) {
      CHECK(std::string(e.what()) == row.message);
      CHECK(e.byte() == row.byte);
    }
  }
}

}  // namespace nutgraf
