// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/parse.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "query/parse/query_error.h"

namespace nutgraf {
namespace {

struct TreeRow {
  const char* query;
  const char* tree;
};

constexpr TreeRow kTrees[] = {
    {"river", "river"},
    {"one china principle", "(best one china principle)"},
    {"\"one china principle\"", "(phrase one china principle)"},
    {"“one china principle”", "(phrase one china principle)"},
    {"„one china“", "(phrase one china)"},
    {"«one china»", "(phrase one china)"},
    {"»one china«", "(phrase one china)"},
    {"”one china”", "(phrase one china)"},
    {"“one china\"", "(phrase one china)"},
    {"\"say “yes” now\"", "(phrase say  yes  now)"},
    {"~\"one china\"", "(varying-phrase one china)"},
    {"=\"one china\"", "(exact-phrase one china)"},
    {"=China", "(exact China)"},
    {"+river -gate", "(best (required river) (excluded gate))"},
    {"-river", "(best (excluded river))"},
    {"+\"late train\" -(bus tram)", "(best (required (phrase late train)) (excluded (best bus tram)))"},
    {"-=river +~\"a b\"", "(best (excluded (exact river)) (required (varying-phrase a b)))"},
    {"river AND gate", "(and river gate)"},
    {"river gate AND mill", "(and (best river gate) mill)"},
    {"a OR b c OR d", "(or a (best b c) d)"},
    {"a AND b OR c", "(or (and a b) c)"},
    {"a AND (b OR c)", "(and a (or b c))"},
    {"(a)", "a"},
    {"((a b))", "(best a b)"},
    {"NOT river", "(not river)"},
    {"NOT NOT river", "(not (not river))"},
    {"NOT -river", "(not (best (excluded river)))"},
    {"floods NOT tag:council", "(best floods (not (field tag council)))"},
    {"NOT kite AND NOT sea", "(and (not kite) (not sea))"},
    {"river not a gate", "(best river not a gate)"},
    {"And Or Not", "(best And Or Not)"},
    {"\"AND\" =OR", "(best (phrase AND) (exact OR))"},
    {"title:floods", "(field title floods)"},
    {"title:\"red door\" river", "(best (field title red door) river)"},
    {"title:“red door”", "(field title red door)"},
    {"url:http://a.example/b?c=1", "(field url http://a.example/b?c=1)"},
    {"meta.section-2:news", "(field meta.section-2 news)"},
    {"date:2023-05..2023-07", "(field date 2023-05..2023-07)"},
    {"-title:xi +lang:en", "(best (excluded (field title xi)) (required (field lang en)))"},
    {"http://alpha.example/a?b=1", "http://alpha.example/a?b=1"},
    {"10:30", "10:30"},
    {"river: a tale", "(best river: a tale)"},
    {"NATO:s", "NATO:s"},
    {"C:\\temp", "C:\\temp"},
    {"don't 'stop' now'", "(best don't 'stop' now')"},
    {"C++ C# R&D AT&T", "(best C++ C# R&D AT&T)"},
    {"--word ++ - + & = ~ §", "(best --word ++ - + & = ~ §)"},
    {"desk@example.org 12345-678-9AB", "(best desk@example.org 12345-678-9AB)"},
    {"foo\"bar baz\"qux", "(best foo (phrase bar baz) qux)"},
    {"f(x)", "(best f x)"},
    {"河流 AND 山谷", "(and 河流 山谷)"},
    {"a\u00A0AND\u3000b", "(and a b)"},
    {"\u200Briver\u200B", "river"},
    {"\uFEFFriver", "river"},
    {"princip*", "(wildcard princip*)"},
    {"*naire", "(wildcard *naire)"},
    {"wom?n", "(wildcard wom?n)"},
    {"what? * **", "(best what? * **)"},
    {"/colou?r/", "(regex /colou?r/)"},
    {"(/a(b|c)\\/d/)", "(regex /a(b|c)\\/d/)"},
    {"and/or /usr/bin", "(best and/or /usr/bin)"},
    {"taiwn~1", "(fuzzy taiwn~1)"},
    {"taiwn~3 ~1", "(best taiwn~3 ~1)"},
    {"a NEAR/5 b", "(NEAR/5 a b)"},
    {"a ADJ/2 \"b c\" NOTNEAR/3 (d OR e)", "(NOTNEAR/3 (ADJ/2 a (phrase b c)) (or d e))"},
    {"x a NEAR/5 b y", "(best x (NEAR/5 a b) y)"},
    {"+a NEAR/5 b", "(best (required (NEAR/5 a b)))"},
    {"NEARBY ADJUST", "(best NEARBY ADJUST)"},
    {"WITHIN sentence (miller fox)", "(within sentence (best miller fox))"},
    {"NOT WITHIN article (a)", "(not (within article a))"},
};

struct ErrorRow {
  const char* query;
  std::size_t byte;
  const char* message;
};

constexpr ErrorRow kErrors[] = {
    {"", 0, "the query is empty"},
    {" \t ", 0, "the query is empty"},
    {"\"\"", 0, "there is nothing between these quotes"},
    {"a \" \"", 2, "there is nothing between these quotes"},
    {"“”", 0, "there is nothing between these quotes"},
    {"\"help me\" at once\"", 17, "this quote is never closed"},
    {"“late train", 0, "this quote is never closed"},
    {"late ~\"train", 6, "this quote is never closed"},
    {"(\"late train\" OR river", 0, "this bracket is never closed"},
    {"late (train", 5, "this bracket is never closed"},
    {"late (", 5, "this bracket is never closed"},
    {"late) train", 4, "this bracket closes nothing"},
    {")", 0, "this bracket closes nothing"},
    {"()", 1, "there is nothing in these brackets"},
    {"gate AND", 5, "AND needs something on its right"},
    {"gate AND OR mill", 5, "AND needs something on its right"},
    {"OR gate", 0, "OR needs something on its left"},
    {"(gate) OR", 7, "OR needs something on its right"},
    {"NOT", 0, "NOT needs something on its right"},
    {"a NOT", 2, "NOT needs something on its right"},
    {"gate NEAR/5", 5, "NEAR/5 needs a word, a phrase or a group on its right"},
    {"NEAR/5 gate", 0, "NEAR needs something on its left"},
    {"red -NEAR/5 NEAR/5 gate", 5, "NEAR/5 is an operator: no - can stand before it"},
    {"red +NOT gate", 5, "NOT is an operator: no + can stand before it"},
    {"red NEAR/abc gate", 9, "NEAR needs a distance, a number from 1 to 1000"},
    {"red NEAR gate", 7, "NEAR needs a distance, a number from 1 to 1000"},
    {"red ADJ/0 gate", 8, "ADJ needs a distance, a number from 1 to 1000"},
    {"red NEAR/99999999999 gate", 9, "NEAR needs a distance, a number from 1 to 1000"},
    {"WITHIN page (a)", 0, "WITHIN needs sentence, paragraph or article and then what must stand inside one"},
    {"WITHIN sentence", 0, "WITHIN sentence needs a group after it"},
    {"speaker:river", 0, "there is no field \"speaker\""},
    {"a -speaker:\"river\"", 3, "there is no field \"speaker\""},
    {"title: xi", 0, "title: needs a value right after the colon"},
    {"title:(a b)", 0, "title: needs a value right after the colon"},
    {"title:\"", 6, "this quote is never closed"},
};

std::string tree_of(const std::string& query) {
  try {
    return tree(*parse(query));
  } catch (const QueryError& e) {
    return std::string("error: ") + e.what();
  }
}

/// Every piece of syntax, glued and spaced at random.
std::string random_query(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"a",
                                                   "river",
                                                   "AND",
                                                   "OR",
                                                   "NOT",
                                                   "NEAR/5",
                                                   "ADJ/2",
                                                   "NOTNEAR/3",
                                                   "WITHIN sentence",
                                                   "(",
                                                   ")",
                                                   "\"",
                                                   "“",
                                                   "”",
                                                   "„",
                                                   "«",
                                                   "»",
                                                   "~",
                                                   "=",
                                                   "+",
                                                   "-",
                                                   "*",
                                                   "?",
                                                   "/",
                                                   "title:",
                                                   "date:2",
                                                   "x:",
                                                   "meta.k:",
                                                   "~1",
                                                   "\\",
                                                   "'",
                                                   "é",
                                                   "河",
                                                   "\xFF",
                                                   "\u3000",
                                                   "&",
                                                   ".",
                                                   "a b c",
                                                   "\"a b\"",
                                                   "/a(b/",
                                                   "it's",
                                                   "\n",
                                                   "１",
                                                   "＂",
                                                   "princip*",
                                                   "*naire",
                                                   "wom?n",
                                                   "taiwn~2",
                                                   "/colou?r/",
                                                   "WITHIN article",
                                                   "WITHIN paragraph",
                                                   "\"nuclear *\"",
                                                   "NEAR/12"};
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::uniform_int_distribution<int> count(1, 12);
  std::uniform_int_distribution<int> coin(0, 1);
  std::string query;
  for (int i = count(random); i > 0; --i) {
    query += kPieces[piece(random)];
    query += coin(random) == 1 ? " " : "";
  }
  return query;
}

}  // namespace

TEST_CASE("queries are read as trees") {
  for (const TreeRow& row : kTrees) {
    CAPTURE(row.query);
    CHECK(tree_of(row.query) == row.tree);
  }
}

TEST_CASE("printing a tree and parsing it again gives the same tree") {
  for (const TreeRow& row : kTrees) {
    CAPTURE(row.query);
    const AstPtr ast = parse(row.query);
    const std::string printed = print(*ast);
    CAPTURE(printed);
    CHECK(same_tree(*parse(printed), *ast));
    CHECK(print(*parse(printed)) == printed);
  }
}

TEST_CASE("random queries are errors or print to the same tree") {
  std::mt19937 random(20230619);
  int parsed = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string query = random_query(random);
    AstPtr ast;
    try {
      ast = parse(query);
    } catch (const QueryError&) {
      continue;
    }
    ++parsed;
    const std::string printed = print(*ast);
    CAPTURE(query);
    CAPTURE(printed);
    REQUIRE(same_tree(*parse(printed), *ast));
  }
  CHECK(parsed > 2000);
}

TEST_CASE("a query that cannot be read says where and why") {
  for (const ErrorRow& row : kErrors) {
    CAPTURE(row.query);
    try {
      const AstPtr ast = parse(row.query);
      FAIL_CHECK("read as ", tree(*ast));
    } catch (const QueryError& e) {
      CHECK(std::string(e.what()) == row.message);
      CHECK(e.byte() == row.byte);
      CHECK(e.code() == ExitCode::Usage);
    }
  }
}

TEST_CASE("an unknown field is answered with the list") {
  try {
    static_cast<void>(parse("speaker:river"));
    FAIL("no error");
  } catch (const QueryError& e) {
    CHECK(e.advice().find("source") != std::string::npos);
    CHECK(e.advice().find("title") != std::string::npos);
  }
}

TEST_CASE("the caret stands under the place") {
  CHECK(QueryError("late (train", 5, "x").caret() == "late (train\n     ^");
  CHECK(QueryError("河流 (é", 7, "x").caret() == "河流 (é\n     ^");
  CHECK(QueryError("e\u0301 (", 4, "x").caret() == "e\u0301 (\n  ^");
  CHECK(QueryError("a\n(b", 2, "x").caret() == "a (b\n  ^");
  CHECK(QueryError("", 0, "x").caret() == "\n^");
  CHECK(QueryError("ab", 99, "x").caret() == "ab\n  ^");
}

TEST_CASE("of a huge query only the surroundings of the place are shown") {
  const std::string huge(100000, 'q');
  const std::string caret = QueryError(huge, 50000, "x").caret();
  CHECK(caret.size() < 400);
  const std::size_t line = caret.find('\n');
  CHECK(caret[caret.size() - line - 1] == 'q');
}

TEST_CASE("brackets nested too deep are an error, not a crash") {
  const std::string deep = std::string(100000, '(') + "a" + std::string(100000, ')');
  CHECK_THROWS_AS(static_cast<void>(parse(deep)), QueryError);
  std::string nots;
  for (int i = 0; i < 100000; ++i) {
    nots += "NOT ";
  }
  CHECK_THROWS_AS(static_cast<void>(parse(nots + "a")), QueryError);
}

TEST_CASE("plain text has no syntax") {
  CHECK(tree(*parse_plain("\"a AND b) -c title:x")) == "(best \"a AND b) -c title:x)");
  CHECK(tree(*parse_plain(" a ")) == "a");
  CHECK_THROWS_AS(static_cast<void>(parse_plain(" \t")), QueryError);
}

}  // namespace nutgraf
