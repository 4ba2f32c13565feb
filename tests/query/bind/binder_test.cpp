// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/binder.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "query/parse/query_error.h"
#include "tests/query/bind/hand_lexicon.h"

namespace nutgraf {
namespace {

using test::bound_to;
using test::forms;
using test::HandLexicon;

struct ErrorRow {
  const char* query;
  std::size_t byte;
  const char* message;
};

}  // namespace

TEST_CASE("what ranks is each word once, and who stands beside whom") {
  const HandLexicon lexicon;
  const bind::BoundQuery query = bound_to(lexicon, "river \"one principle\" river title:talks -apple date:none");
  REQUIRE(query.ranked.size() == 3);
  CHECK(query.ranked[0].times == 2);
  CHECK(query.ranked[1].word.text == "one");
  CHECK(query.neighbours == std::vector<bind::Neighbours>{{0, 1}, {1, 2}, {2, 0}});
  CHECK(query.clauses.size() == 3);
  CHECK(query.has_date_filter);
  CHECK(forms(query.full_phrase) == "river | one | principle | river");
  CHECK(query.bare_words == 3);
  const bind::BoundQuery either = bound_to(lexicon, "river OR apple");
  CHECK(either.ranked.size() == 2);
  CHECK(either.neighbours.empty());
  CHECK(either.full_phrase.parts.empty());
  CHECK(bound_to(lexicon, "\"one principle\"").full_phrase.parts.empty());
}

TEST_CASE("among bare words fields filter, signs require and exclude") {
  const HandLexicon lexicon;
  const bind::BoundQuery query =
      bound_to(lexicon, "river +apple -us NOT nato lang:en (tag:a OR date:2020) (x OR tag:b)");
  std::vector<bind::Role> roles;
  for (const bind::BoundNode& child : bind::children_of(query.root)) {
    roles.push_back(child.role);
  }
  CHECK(roles == std::vector<bind::Role>{bind::Role::Optional, bind::Role::Required, bind::Role::Excluded,
                                         bind::Role::Excluded, bind::Role::Filter, bind::Role::Filter,
                                         bind::Role::Optional});
  const bind::BoundQuery all = bound_to(lexicon, "river apple", bind::MatchMode::All);
  CHECK(bind::children_of(all.root)[0].role == bind::Role::Required);
  const bind::BoundQuery phrase = bound_to(lexicon, "river apple lang:en", bind::MatchMode::Phrase);
  CHECK(forms(phrase.clauses[0]) == "river | apple");
}

TEST_CASE("patterns stand in phrases as they do alone") {
  struct Row {
    const char* query;
    const char* forms;  // of the first clause
  };
  HandLexicon lexicon;
  for (const char* const term : {"#talk", "#talks", "@bbc", "bbc", "r&d", "c++"}) {
    lexicon.add_term(term);
  }
  for (const Row& row : {
           Row{"\"/princip.*s?/ one\"", "principle principles | one"},
           Row{"\"one principl~1\"", "one | principle"},
           Row{"\"one principl~2 talk\"", "one | principle principles | talk"},
           Row{"\"one, (principl~1), talk\"", "one | principle | talk"},
           Row{"\"/talks?/, tal* princip?es\"", "talk talks | talk talks | principles"},
           Row{"~\"talk /princip.*/\"", "talk talking talks | principle principles"},
           Row{"#talk*", "#talk #talks"},
           Row{"talk*", "talk talks"},
           Row{"\"one #talk*\"", "one | #talk #talks"},
           Row{"\"#* one\"", "#talk #talks | one"},
           Row{"@bb*", "@bbc"},
           Row{"desk@tal*", "desk | talk talks"},
           Row{"one+tal*", "one | talk talks"},
           Row{"\"+tal* one\"", "talk talks | one"},
           Row{"\"tal* & one\"", "talk talks | one"},
           Row{"one/tal*", "one | talk talks"},
           Row{"/r&.*/", "r&d"},
           Row{"/c\\+.*/", "c++"},
           Row{"\"/talks?/\"", "talk talks"},
           Row{"\"talk~1\"", "#talk talk talks"},
           Row{"=talk~1", "#talk talk talks"},
           Row{"\"/a/b/ talk\"", "a | b | talk"},
           Row{"\"// talk ~1\"", "talk | 1"},
       }) {
    CAPTURE(row.query);
    CHECK(forms(bound_to(lexicon, row.query).clauses[0]) == row.forms);
  }
  const bind::BoundQuery joined = bound_to(lexicon, "one /talks?/ principl~1", bind::MatchMode::Phrase);
  CHECK(forms(joined.clauses[0]) == "one | talk talks | principle");
}

TEST_CASE("wildcards in a script without blanks") {
  HandLexicon lexicon;
  for (const char* const term : {"中国", "中国人", "本国", "问题", "近平", "XB:习近", "XB:近平", "XB:平"}) {
    lexicon.add_term(term);
  }
  struct Row {
    const char* query;
    const char* forms;  // of the first clause; nothing between bars is any character
  };
  for (const Row& row : {
           Row{"中国*", "中国 中国人"},
           Row{"\"中国*\"", "中国 中国人"},
           Row{"\"*国\"", "中国 本国"},
           Row{"\"中国* 问题\"", "中国 中国人 | XB:问题"},
           Row{"习?平", "XB:习近 |  | XB:平"},
           Row{"\"习?平\"", "XB:习近 |  | XB:平"},
           Row{"\"习*平\"", "XB:习近 |  | XB:平"},
           Row{"习近*", "XB:习近 | 近平"},
       }) {
    CAPTURE(row.query);
    CHECK(forms(bound_to(lexicon, row.query).clauses[0]) == row.forms);
  }
}

TEST_CASE("a word with a gender star is also what it is written for") {
  HandLexicon lexicon;
  for (const char* const term : {"leser", "innen", "leserinnen", "leser_innen"}) {
    lexicon.add_term(term);
  }
  CHECK(forms(bound_to(lexicon, "Leser*innen").clauses[0]) == "leser_innen leserinnen \"leser innen\"");
  CHECK(forms(bound_to(lexicon, "\"alle Leser*innen\"").clauses[0]) == "alle | leser_innen leserinnen \"leser innen\"");
}

TEST_CASE("what cannot be bound says where and why") {
  constexpr ErrorRow kErrors[] = {
      {"§ &", 0, "there is no word in this query"},
      {"river AND §", 10, "there is no letter or digit in \"§\" to search for"},
      {"\"§\"", 0, "there is no letter or digit in \"§\" to search for"},
      {"river date:2020-13-45", 11, "\"2020-13-45\" is not a date or range of dates"},
      {"date:soon..2020", 5, "\"soon..2020\" is not a date or range of dates"},
      {"date:..", 5, "\"..\" is not a date or range of dates"},
      {"date:2021..2020", 5, "no day is in \"2021..2020\": it begins after it ends"},
      {"x date:(2019 OR 2021..2020)", 16, "no day is in \"2021..2020\": it begins after it ends"},
      {"x after:2023 before:2021", 13, "no day meets before:2021 and the dates before it"},
      {"date:2021 AND (x AND date:none)", 21, "no day meets date:none and the dates before it"},
      {"lang:zz", 5, "\"zz\" is not a language"},
      {"lang:(en OR elbish)", 12, "\"elbish\" is not a language"},
      {"after:none", 6, "\"none\" is not a date or range of dates"},
      {"title:§", 6, "there is no letter or digit in \"§\" to search for"},
      {"x \"* *\"", 2, "there is no letter or digit in \"* *\" to search for"},
      {"a /x[y/", 4, "the regular expression cannot be read: missing ]: [y"},
      {"a /x\\1/", 4, "the regular expression cannot be read: invalid escape sequence: \\1"},
      {"a cease-fir~1", 2, "~1 is for one word, and this is 2"},
      {"a 習近平~1", 2, "~1 is for one word, and 習近平 is 2 in a script without spaces"},
      {"a \"b /x[y/\"", 7, "the regular expression cannot be read: missing ]: [y"},
      {"a \"b cease-fir~1\"", 5, "~1 is for one word, and this is 2"},
      {"title:\"red taiwn~1\"", 6, "title: takes no regular expressions and no number of changes"},
      {"a C+*", 3, "a wildcard cannot be searched for with a + beside it"},
      {"a C*+", 4, "a wildcard cannot be searched for with a + beside it"},
      {"a C#*", 3, "a wildcard cannot be searched for with a # beside it"},
      {"a R&*", 3, "a wildcard cannot be searched for with a & beside it"},
      {"a R&D*", 3, "a wildcard cannot be searched for with a & beside it"},
      {"a at&*", 4, "a wildcard cannot be searched for with a & beside it"},
      {"a desk@*", 6, "a wildcard cannot be searched for with a @ beside it"},
      {"a *@example.org", 3, "a wildcard cannot be searched for with a @ beside it"},
      {"a $5*", 2, "a wildcard cannot be searched for with a $ beside it"},
      {"a \"about €5*\"", 9, "a wildcard cannot be searched for with a € beside it"},
      {"a 5*%", 4, "a wildcard cannot be searched for with a % beside it"},
      {"a ##clim*", 3, "a wildcard cannot be searched for with a # beside it"},
      {"title:/princip/", 6, "title: takes no regular expressions"},
      {"title:taiwn~1", 6, "title: takes no number of changes"},
      {"title:*", 0, "there is no letter or digit in \"*\" to search for"},
      {"(a b) NEAR/5 c", 0, "NEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a list of words"},
      {"c ADJ/5 (a OR (b AND d))", 14, "ADJ takes words, phrases, patterns, (a OR b) and other NEARs; this is an AND"},
      {"c NOTNEAR/5 title:a", 12, "NOTNEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a field"},
      {"c NEAR/5 (NOT a)", 9, "NEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a NOT"},
      {"WITHIN sentence (a b) NEAR/5 c", 0,
       "NEAR takes words, phrases, patterns, (a OR b) and other NEARs; this is a WITHIN"},
      {"WITHIN sentence (a AND title:b)", 23, "a field cannot be inside a sentence"},
      {"WITHIN paragraph (a WITHIN article (b))", 20, "an article cannot be inside a paragraph"},
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
