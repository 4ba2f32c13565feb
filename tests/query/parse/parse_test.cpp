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
    {"\uFEFFhar\uFEFFbour AND\uFEFF gate\uFEFF", "(and har\uFEFFbour gate)"},
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
    {"（河流 OR 山谷） AND 水", "(and (or 河流 山谷) 水)"},
    {"-（河流） source:（CHN OR USA) f（x）", "(best (excluded 河流) (or (field source CHN) (field source USA)) f x)"},
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
    {"~1 ~taiwan", "(best ~1 ~taiwan)"},
    {"SOURCE:ledger", "(field source ledger)"},
    {"Title:\"red door\" -Tag:x", "(best (field title red door) (excluded (field tag x)))"},
    {"META.Desk:news", "(field meta.Desk news)"},
    {"NATO:s EU:ssa", "(best NATO:s EU:ssa)"},
    {"source:(CHN OR USA)", "(or (field source CHN) (field source USA))"},
    {"x -tag:(a OR \"b c\")", "(best x (excluded (or (field tag a) (field tag b c))))"},
    {"title:(red door)", "(best (field title red) (field title door))"},
    {"title:(red door OR \"blue gate\") x",
     "(best (or (best (field title red) (field title door)) (field title blue gate)) x)"},
    {"tag:(+a -b)", "(best (required (field tag a)) (excluded (field tag b)))"},
    {"tag:(a AND NOT (b OR c))", "(and (field tag a) (not (or (field tag b) (field tag c))))"},
    {"SOURCE:(new* OR ~x)", "(or (field source new*) (field source ~x))"},
    {"date:(2023-05 OR 2023-07..2023-08)", "(or (field date 2023-05) (field date 2023-07..2023-08))"},
    {"folder:(2024/06 OR 2024/07)", "(or (field folder 2024/06) (field folder 2024/07))"},
    {"Yahoo! #granite P!nk Q&A P&L", "(best Yahoo! #granite P!nk Q&A P&L)"},
    {"9/11 24/7 w/o km/h n/a p/e N95 G20", "(best 9/11 24/7 w/o km/h n/a p/e N95 G20)"},
    {"E=mc2 2+2=4 a->b ^_^ x~y", "(best E=mc2 2+2=4 a->b ^_^ x~y)"},
    {"a & b - c = d ~ e ! f", "(best a & b - c = d ~ e ! f)"},
    {"河流！ 山谷?", "(best 河流！ 山谷?)"},
    {"headline(s) near miss", "(best headline s near miss)"},
    {"near the within pre next", "(best near the within pre next)"},
    {"\"w/5 && !x^3 |\"", "(phrase w/5 && !x^3 |)"},
    {"/t(a|ai)wan/", "(regex /t(a|ai)wan/)"},
    {"http://a.example/?b=c|d~e", "http://a.example/?b=c|d~e"},
    {"[a b] {c}", "(best [a b] {c})"},
    {"[a (TO) b] title (=) (==) x", "(best [a TO b] title = (exact =) x)"},
    {"title ^3 \"a\" ~5 (b) ^2", "(best title ^3 (phrase a) ~5 b ^2)"},
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
    {"河流（山谷", 6, "this bracket is never closed"},
    {"河流） 山谷", 6, "this bracket closes nothing"},
    {"()", 1, "there is nothing in these brackets"},
    {"gate AND", 5, "AND needs something on its right"},
    {"gate AND OR mill", 5, "AND needs something on its right"},
    {"OR gate", 0, "OR needs something on its left"},
    {"(gate) OR", 7, "OR needs something on its right"},
    {"NOT", 0, "NOT needs something on its right"},
    {"/taiwan/i", 8, "a pattern takes no `i` after its slash"},
    {"red /t(a|ai)wan/gi", 16, "a pattern takes no `gi` after its slash"},
    {"a NOT", 2, "NOT needs something on its right"},
    {"gate NEAR/5", 5, "NEAR/5 needs a word, a phrase or a group on its right"},
    {"NEAR/5 gate", 0, "NEAR needs something on its left"},
    {"red -NEAR/5 NEAR/5 gate", 5, "NEAR/5 is an operator: it takes no - before it"},
    {"red +NOT gate", 5, "NOT is an operator: it takes no + before it"},
    {"red NEAR/abc gate", 9, "NEAR needs a distance, a number from 1 to 1000"},
    {"red NEAR gate", 7, "NEAR needs a distance, a number from 1 to 1000"},
    {"red ADJ/0 gate", 8, "ADJ needs a distance, a number from 1 to 1000"},
    {"red NEAR/99999999999 gate", 9, "NEAR needs a distance, a number from 1 to 1000"},
    {"WITHIN page (a)", 0, "WITHIN needs sentence, paragraph or article and then what must occur in one"},
    {"WITHIN sentence", 0, "WITHIN sentence needs a group after it"},
    {"speaker:river", 0, "there is no field \"speaker\""},
    {"a -speaker:\"river\"", 3, "there is no field \"speaker\""},
    {"title: xi", 0, "title: needs a value right after the colon"},
    {"title:()", 7, "there is nothing in these brackets"},
    {"title:(a b", 6, "this bracket is never closed"},
    {"title: (a b)", 0, "title: needs a value right after the colon"},
    {"SPEAKERS:river", 0, "there is no field \"SPEAKERS\""},
    {"x source:(CHN USA)", 10, "source:( ) needs OR or AND between its values"},
    {"tag:(a NEAR/5 b)", 4, "the brackets of tag:( ) take values, AND, OR and NOT only"},
    {"tag:(a OR source:b)", 10, "the brackets of tag:( ) take values, AND, OR and NOT only"},
    {"tag:(a OR =b)", 10, "the brackets of tag:( ) take values, AND, OR and NOT only"},
    {"tag:(a OR /b/)", 10, "the brackets of tag:( ) take values, AND, OR and NOT only"},
    {"title:(a OR taiwn~1)", 12, "the brackets of title:( ) take values, AND, OR and NOT only"},
    {"a NOT NEAR/5 b", 2, "NOT and NEAR do not go together"},
    {"title:\"", 6, "this quote is never closed"},
};

/// What other tools read and what is offered for it.
struct ForeignRow {
  const char* query;
  std::size_t byte;
  const char* offered;  // in the advice
};

constexpr ForeignRow kForeign[] = {
    {"granite && slate", 8, "write granite AND slate;"},
    {"granite&&slate", 7, "write granite AND slate;"},
    {"granite || slate", 8, "write granite OR slate;"},
    {"granite | slate", 8, "write granite OR slate;"},
    {"granite|slate", 7, "write granite OR slate;"},
    {"\"a b\" && title:c", 6, "write \"a b\" AND title:c;"},
    {"title:c && \"a b\"", 8, "write title:c AND \"a b\";"},
    {"(a b) || (c d)", 6, "write (...) OR (...);"},
    {"source:CHN|USA", 10, "write source:(CHN OR USA);"},
    {"河流 ｜ 山谷", 7, "write 河流 OR 山谷;"},
    {"河流 &&（山谷 河）", 7, "write 河流 AND (...);"},
    {"河流 ！（山谷 河）", 7, "write NOT (...) or -(...);"},
    {"near（河流 山谷）", 0, "x NEAR/5 y"},
    {"!slate", 0, "write NOT slate or -slate;"},
    {"granite AND !slate", 12, "write NOT slate or -slate;"},
    {"granite !(a b)", 8, "write NOT (...) or -(...);"},
    {"granite !\"a b\"", 8, "write NOT \"a b\" or -\"a b\";"},
    {"河流 ！山谷", 7, "write NOT 山谷 or -山谷;"},
    {"granite -!slate", 9, "write NOT slate"},
    {"+-slate", 0, "-slate if it must not"},
    {"granite -+slate", 8, "+slate if it must be there"},
    {"granite^3 slate", 7, "write granite without it"},
    {"\"a b\"^2.5", 5, "write \"a b\" without it"},
    {"(a b)^2", 5, "write (...) without it"},
    {"title:granite^2", 13, "write title:granite without it"},
    {"\"granite walls\"~5", 15, "write granite NEAR/5 walls"},
    {"“a b c”~3 d", 11, "write a NEAR/3 b NEAR/3 c"},
    {"\"a b\"~", 5, "write a NEAR/5 b"},
    {"title:\"a b\"~3", 11, "write title:\"a b\" without it"},
    {"(a b)~2", 5, "NEAR/5"},
    {"granite w/5 slate", 8, "write granite NEAR/5 slate;"},
    {"granite W/15 slate", 8, "write granite NEAR/15 slate;"},
    {"河流 w/5 山谷", 7, "write 河流 NEAR/5 山谷;"},
    {"granite /5 slate", 8, "write granite NEAR/5 slate;"},
    {"granite near/5 slate", 8, "write granite NEAR/5 slate;"},
    {"granite Adj/5 slate", 8, "write granite ADJ/5 slate;"},
    {"granite NEAR5 slate", 8, "write granite NEAR/5 slate;"},
    {"granite near5 slate", 8, "write granite NEAR/5 slate;"},
    {"granite adj-3 slate", 8, "write granite ADJ/3 slate;"},
    {"granite NEAR:5 slate", 8, "write granite NEAR/5 slate;"},
    {"granite PRE/3 slate", 8, "write granite ADJ/3 slate;"},
    {"granite onear/3 slate", 8, "write granite ADJ/3 slate;"},
    {"granite NOT W/5 slate", 12, "NOTNEAR/5 slate;"},
    {"granite <-> slate", 8, "write granite ADJ/1 slate;"},
    {"granite w/99999999999 slate", 8, "write granite NEAR/1000 slate;"},
    {"granite w/s slate", 8, "write WITHIN sentence (granite slate);"},
    {"granite /P slate", 8, "write WITHIN paragraph (granite slate);"},
    {"near(a b, 5)", 0, "x NEAR/5 y"},
    {"hlead(granite)", 0, "title:(x)"},
    {"slate Title(granite)", 6, "write title:(x);"},
    {"atl3(granite)", 0, "write the word alone"},
    {"atleast5(granite)", 0, "write the word alone"},
    {"granite AROUND(5) slate", 8, "write granite NEAR/5 slate;"},
    {"granite \u2013slate", 8, "write -slate, or NOT;"},
    {"\"a b\"\u2212slate", 5, "write -slate, or NOT;"},
    {"\u2212\"old slate\" granite", 0, "write -\"old slate\", or NOT;"},
    {"(granite \uFF0D山谷)", 9, "write -山谷, or NOT;"},
    {"source :CHN", 7, "write source:CHN;"},
    {"granite ANDNOT slate", 8, "write granite AND NOT slate;"},
    {"granite AND-NOT slate", 8, "write granite AND NOT slate;"},
    {"granite XOR slate", 8, "(granite AND NOT slate) OR (slate AND NOT granite)"},
    {"source=CHN", 6, "write source:CHN;"},
    {"granite SOURCE=\"New York\"", 14, "write source:\"New York\";"},
    {"source = CHN", 7, "write source:CHN;"},
    {"source==CHN", 6, "write source:CHN;"},
    {"source!=CHN", 6, "write -source:CHN;"},
    {"source：CHN", 6, "write source:CHN;"},
    {"site=bbc.example", 4, "write host:bbc.example;"},
    {"blah=", 4, "fields are after,"},
    {"blah=x", 4, "fields are after,"},
    {"sorce=x", 5, "did you mean source:?"},
    {"来源=新华社", 6, "fields are after,"},
    {"date>=2020", 4, "write date:2020..;"},
    {"date > 2020", 5, "write after:2020;"},
    {"date<2020-05", 4, "write before:2020-05;"},
    {"date:<=2020", 5, "write date:..2020;"},
    {"source>x", 6, "source: takes values, no comparisons"},
    {"title:((>5))", 8, "title: takes values, no comparisons"},
    {"title:(>5)", 7, "title: takes values, no comparisons"},
    {"date:[2020 TO 2021]", 5, "write date:2020..2021"},
    {"date:{2020 TO *}", 5, "write after:2020"},
    {"granite [2020-01 TO 2020-02]", 8, "write date:2020-01..2020-02"},
    {"title:[a TO b]", 6, "title: takes values, no ranges"},
    {"tag:[x", 4, "write tag:\"[x\""},
    {"taiwn~", 5, "write taiwn~1 or taiwn~2"},
    {"taiwn~3", 5, "write taiwn~1 or taiwn~2"},
    {"taiwn~0.8", 5, "write taiwn~1 or taiwn~2"},
    {"title:~\"a b\"", 6, "write title:\"a b\""},
    {"title:=red", 5, "write title:red;"},
    {"site:bbc.example", 0, "did you mean host:?"},
    {"INTITLE:granite", 0, "did you mean title:?"},
    {"sorce:x", 0, "did you mean source:?"},
    {"a NEAR(b c, 5)", 2, "write x NEAR/5 y"},
};

std::string tree_of(const std::string& query) {
  try {
    return parse::tree(*parse::parse(query));
  } catch (const parse::QueryError& e) {
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
                                                   "NEAR/12",
                                                   "title:(",
                                                   "SOURCE:(a OR b)",
                                                   "tag:(a -b)",
                                                   "&&",
                                                   "|",
                                                   "!",
                                                   "^3",
                                                   "w/5",
                                                   "[",
                                                   " TO ",
                                                   "TO",
                                                   "]",
                                                   "title =",
                                                   ">="};
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
    const parse::AstPtr ast = parse::parse(row.query);
    const std::string printed = parse::print(*ast);
    CAPTURE(printed);
    CHECK(parse::same_tree(*parse::parse(printed), *ast));
    CHECK(parse::print(*parse::parse(printed)) == printed);
  }
}

TEST_CASE("random queries are errors or print to the same tree") {
  std::mt19937 random(20230619);
  int parsed = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string query = random_query(random);
    parse::AstPtr ast;
    try {
      ast = parse::parse(query);
    } catch (const parse::QueryError&) {
      continue;
    }
    ++parsed;
    const std::string printed = parse::print(*ast);
    CAPTURE(query);
    CAPTURE(printed);
    REQUIRE(parse::same_tree(*parse::parse(printed), *ast));
  }
  CHECK(parsed > 2000);
}

TEST_CASE("a query that cannot be read says where and why") {
  for (const ErrorRow& row : kErrors) {
    CAPTURE(row.query);
    try {
      const parse::AstPtr ast = parse::parse(row.query);
      FAIL_CHECK("read as ", parse::tree(*ast));
    } catch (const parse::QueryError& e) {
      CHECK(std::string(e.what()) == row.message);
      CHECK(e.byte() == row.byte);
      CHECK(e.code() == ExitCode::Usage);
    }
  }
}

TEST_CASE("what other tools read is an error that offers our form") {
  for (const ForeignRow& row : kForeign) {
    CAPTURE(row.query);
    try {
      const parse::AstPtr ast = parse::parse(row.query);
      FAIL_CHECK("read as ", parse::tree(*ast));
    } catch (const parse::QueryError& e) {
      CAPTURE(e.what());
      CHECK_MESSAGE(e.advice().find(row.offered) != std::string::npos, e.advice());
      CHECK(e.byte() == row.byte);
    }
  }
}

TEST_CASE("in quotes and in plain text nothing of other tools is syntax") {
  for (const ForeignRow& row : kForeign) {
    const std::string query = row.query;
    CAPTURE(query);
    CHECK_NOTHROW(static_cast<void>(parse::parse_plain(query)));
    if (query.find('"') == std::string::npos && query.find("”") == std::string::npos) {
      CHECK(tree_of("\"" + query + "\"") == "(phrase " + query + ")");
    }
  }
}

TEST_CASE("an unknown field is answered with the list") {
  try {
    static_cast<void>(parse::parse("speaker:river"));
    FAIL("no error");
  } catch (const parse::QueryError& e) {
    CHECK(e.advice().find("source") != std::string::npos);
    CHECK(e.advice().find("title") != std::string::npos);
  }
}

TEST_CASE("the caret stands under the place") {
  CHECK(parse::QueryError("late (train", 5, "x").caret() == "late (train\n     ^");
  CHECK(parse::QueryError("河流 (é", 7, "x").caret() == "河流 (é\n     ^");
  CHECK(parse::QueryError("e\u0301 (", 4, "x").caret() == "e\u0301 (\n  ^");
  CHECK(parse::QueryError("a\n(b", 2, "x").caret() == "a (b\n  ^");
  CHECK(parse::QueryError("", 0, "x").caret() == "\n^");
  CHECK(parse::QueryError("ab", 99, "x").caret() == "ab\n  ^");
}

TEST_CASE("of a huge query only the surroundings of the place are shown") {
  const std::string huge(100000, 'q');
  const std::string caret = parse::QueryError(huge, 50000, "x").caret();
  CHECK(caret.size() < 400);
  const std::size_t line = caret.find('\n');
  CHECK(caret[caret.size() - line - 1] == 'q');
}

TEST_CASE("brackets nested too deep are an error, not a crash") {
  const std::string deep = std::string(100000, '(') + "a" + std::string(100000, ')');
  CHECK_THROWS_AS(static_cast<void>(parse::parse(deep)), parse::QueryError);
  std::string nots;
  for (int i = 0; i < 100000; ++i) {
    nots += "NOT ";
  }
  CHECK_THROWS_AS(static_cast<void>(parse::parse(nots + "a")), parse::QueryError);
}

TEST_CASE("plain text has no syntax") {
  CHECK(parse::tree(*parse::parse_plain("\"a AND b) -c title:x")) == "(best \"a AND b) -c title:x)");
  CHECK(parse::tree(*parse::parse_plain(" a ")) == "a");
  CHECK_THROWS_AS(static_cast<void>(parse::parse_plain(" \t")), parse::QueryError);
}

}  // namespace nutgraf
