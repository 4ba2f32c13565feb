// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/parse/query_error.h"
#include "tests/query/search/eight_articles.h"

namespace nutgraf::search {
namespace {

using test::ask;
using test::found;
using test::Ids;
using test::ids_of;
using test::kEightArticles;
using test::SmallArticle;
using test::SmallIndex;

struct Row {
  const char* query;
  Ids hits;
};

const Row kRows[] = {
    {"one china principle", {"a1", "a2", "a3"}},
    {"\"one china principle\"", {"a1"}},
    {"“One China principle”", {"a1"}},
    {"~\"one china principle\"", {"a1", "a2"}},
    {"\"china principle one\"", {}},
    {"principle", {"a1", "a2", "a3"}},
    {"=principle", {"a1", "a2", "a3"}},
    {"=principles", {"a2"}},
    {"\"principles\"", {"a2"}},
    {"apple", {"a6"}},
    {"=apple", {}},
    {"\"china envoy\"", {"a3"}},
    {"\"china's envoy\"", {"a3"}},
    {"\"china's principle\"", {}},
    {"ceasefire", {"a4", "a5"}},
    {"cease-fire", {"a4", "a5"}},
    {"\"cease fire\"", {"a4"}},
    {"\"a cease-fire was\"", {"a4"}},
    {"\"the cease-fire he\"", {"a5"}},
    {"US", {"a4", "a6"}},
    {"U.S.", {"a4", "a6"}},
    {"us", {"a4", "a5", "a6"}},
    {"1043", {"a6"}},
    {"\"1,043 apples\"", {"a6"}},
    {"\"1043 apples\"", {"a6"}},
    {"\"river bank\"", {"a8"}},
    {"river AND bank", {"a7", "a8"}},
    {"river AND NOT staff", {"a8"}},
    {"river NOT staff", {"a8"}},
    {"+bank -staff", {"a8"}},
    {"bank -\"river bank\"", {"a7"}},
    {"NOT china AND NOT river", {"a4", "a5", "a6"}},
    {"-china -river", {"a4", "a5", "a6"}},
    {"envoy OR \"river bank\"", {"a3", "a8"}},
    {"(envoy OR staff) AND (tea OR left)", {"a3", "a7"}},
    {"\"quick\" envoy", {"a3"}},
    {"envoy & tea", {"a3"}},
    {"title:envoy", {"a3"}},
    {"title:sell", {"a3"}},
    {"title:\"sells tea\"", {"a3"}},
    {"title:\"tea sells\"", {}},
    {"title:sel*", {"a3"}},
    {"title:\"envoy sel*\"", {"a3"}},
    {"title:\"tea sel*\"", {}},
    {"title:(envoy tea)", {"a3"}},
    {"title:(envoy OR orchard)", {"a3", "a6"}},
    {"title:(envoy orchard)", {}},
    {"china SOURCE:(\"harbour post\" OR tribune)", {"a1", "a2", "a3"}},
    {"china -source:(harbour* OR ledger)", {"a2"}},
    {"source:(NOT ledger) -river", {"a1", "a2", "a3"}},
    {"tag:(strait AND policy)", {"a1"}},
    {"source:*post", {"a1", "a3"}},
    {"china lang:English date:20230619", {"a1"}},
    {"orchard", {"a6"}},
    {"china source:\"harbour post\"", {"a1", "a3"}},
    {"source:\"HARBOUR  post\"", {"a1", "a3"}},
    {"tag:strait", {"a1"}},
    {"id:a7", {"a7"}},
    {"lang:de", {}},
    {"china date:2023", {"a1", "a2"}},
    {"china date:2023-06", {"a1"}},
    {"date:2023-06-19..2023-06-20", {"a1", "a6"}},
    {"date:2022-01-31..2022-02", {"a7", "a8"}},
    {"date:1960..1969", {"a3"}},
    {"before:1970", {"a3"}},
    {"after:2023", {"a5"}},
    {"after:2023-06-19", {"a5", "a6"}},
    {"after:2023-06-19 before:2023-06-21", {"a6"}},
    {"date:none", {"a4"}},
    {"date:..1999", {"a3"}},
    {"date:1900..2100", {"a1", "a2", "a3", "a5", "a6", "a7", "a8"}},
    {"river AND (date:2022-01 OR lang:de)", {"a7"}},
    {"river (date:2022-01 OR lang:de)", {"a7"}},
    {"NOT date:none NOT china", {"a5", "a6", "a7", "a8"}},
    {"zebra", {}},
};

}  // namespace

TEST_CASE("queries find what they mean") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(found(searcher, row.query) == row.hits);
  }
}

TEST_CASE("bare words in any case find one another, and the order of parts does not matter") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  CHECK(found(searcher, "RIVER") == Ids{"a7", "a8"});
  CHECK(found(searcher, "\"quick\" ok") == found(searcher, "quick ok"));
  CHECK(found(searcher, "river bank") == found(searcher, "bank river"));
}

TEST_CASE("how bare words are matched can be chosen") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "the river bank";
  request.match = bind::MatchMode::All;
  CHECK(searcher.search(request).total == 2);
  request.match = bind::MatchMode::Phrase;
  CHECK(ids_of(searcher.search(request)) == Ids{"a8"});
}

TEST_CASE("options filter like fields") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "china OR ship";
  request.filters = {bind::since_filter("2023-05"), bind::until_filter("2023-06")};
  CHECK(searcher.search(request).total == 3);
  request.filters.push_back(bind::field_filter("source", "ledger", "--source ledger"));
  CHECK(ids_of(searcher.search(request)) == Ids{"a6"});
}

TEST_CASE("a pattern for languages leaves words their forms") {
  const SmallIndex index({{"a", "The town develops."}, {"b", "A developed town."}, {"c", "Eine Stadt.", "", "", "de"}});
  Searcher searcher(index.open());
  Request request;
  request.query = "develops";
  request.filters = {bind::field_filter("lang", "e*", "--lang e*")};
  CHECK(searcher.search(request).total == 2);
}

TEST_CASE("queries without words are errors") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  for (const char* query :
       {"&", "§ +", "river AND &", "\"§\"", "-&", "title:&", "date:soon", "after:yabadabadoo", "river date:2020-13-45",
        "date:2020-06..2020-xx", "date:2021..2020", "\"* *\"", "(a b) NEAR/5 c", "WITHIN sentence (title:a)", "/x[/",
        "title:/x/", "title:\"envoy * tea\""}) {
    CAPTURE(query);
    CHECK_THROWS_AS(static_cast<void>(ask(searcher, query)), parse::QueryError);
  }
}

TEST_CASE("the members of a class count in passages of their language only") {
  const SmallIndex index({{"e1", "The gate of the farm.", "", "", "en"},
                          {"e2", "Two gates.", "", "", "en"},
                          {"f1", "Les gates sont ici.", "", "", "fr"},
                          {"f2", "La gate est ici.", "", "", "fr"},
                          {"g1", "Viele Häuser brennen.", "", "", "de"}});
  Searcher searcher(index.open());
  CHECK(found(searcher, "gate") == Ids{"e1", "e2", "f1", "f2"});
  CHECK(found(searcher, "Haus") == Ids{"g1"});
  CHECK(found(searcher, "=gate") == Ids{"e1", "f2"});
  CHECK(found(searcher, "~\"two gate\"") == Ids{"e2"});
}

TEST_CASE("accents do not matter to any part of a hyphenated word") {
  const SmallIndex index({{"f1", "Les États-Unis votent à l'extrême-droite.", "", "", "fr"},
                          {"f2", "Les etats-unis votent.", "", "", "fr"},
                          {"f3", "Cet après-midi aux états unis.", "", "", "fr"},
                          {"s1", "José-María López-García ha dicho.", "", "", "es"}});
  Searcher searcher(index.open());
  const Ids states{"f1", "f2", "f3"};
  for (const Row& row : {Row{"etats-unis", states},
                         Row{"ETATS-UNIS", states},
                         Row{"Etats-Unis", states},
                         Row{"États-Unis", states},
                         Row{"etatsunis", states},
                         Row{"étatsunis", states},
                         Row{"\"etats-unis\"", states},
                         Row{"\"aux etats-unis\"", {"f3"}},
                         Row{"\"les etats-unis votent\"", {"f1", "f2"}},
                         Row{"\"les États-Unis votent\"", {"f1"}},
                         Row{"\"états-unis\"", {"f1", "f3"}},
                         Row{"=\"etats-unis\"", {"f2"}},
                         Row{"extreme-droite", {"f1"}},
                         Row{"extremedroite", {"f1"}},
                         Row{"\"extremedroite\"", {"f1"}},
                         Row{"apres-midi", {"f3"}},
                         Row{"~\"cet apres-midi\"", {"f3"}},
                         Row{"jose-maria", {"s1"}},
                         Row{"\"jose-maria lopez-garcia\"", {"s1"}},
                         Row{"lopez-garcia lang:fr", {}},
                         Row{"etats-maria", {}}}) {
    CAPTURE(row.query);
    CHECK(found(searcher, row.query) == row.hits);
  }
}

TEST_CASE("what is counted does not drop the word that an apostrophe ends") {
  const SmallIndex index({{"f1", "Il va à Paris. Elle vient à Lyon jusqu'à lundi.", "", "", "fr"},
                          {"f2", "Le train part à midi. C'est tout, à l'école.", "", "", "fr"},
                          {"f3", "Il est à quai, et les écoles sont là.", "", "", "fr"},
                          {"i1", "Sant'Antonio e Antonio, tutt'altro.", "", "", "it"}});
  Searcher searcher(index.open());
  struct Elided {
    const char* query;
    std::uint64_t occurrences;
    Ids hits;  // of search
  };
  for (const Elided& row : {Elided{"jusqu'à", 1, {"f1", "f2", "f3"}}, Elided{"jusqu’à", 1, {"f1", "f2", "f3"}},
                            Elided{"c'est", 1, {"f2", "f3"}}, Elided{"l'école", 1, {"f2", "f3"}},
                            Elided{"sant'antonio", 1, {"i1"}}, Elided{"tutt'altro OR antonio", 3, {"i1"}}}) {
    CAPTURE(row.query);
    Request request;
    request.query = row.query;
    CHECK(found(searcher, row.query) == row.hits);
    request.elision = bind::Elision::Kept;
    CHECK(searcher.count(request).occurrences == row.occurrences);
  }
}

TEST_CASE("bare words whose hyphens allow too many phrases are ranked all the same") {
  const std::vector<SmallArticle> articles{
      {"a",
       "Alpha-beta alphabeta al-phabeta alphab-eta gamma-delta gam-madelta gammad-elta kilo-mega ki-lomega kilom-ega "
       "nano-pico na-nopico nanop-ico foo-bar fo-obar foob-ar. Here stands alphabeta gammadelta kilomega nanopico "
       "foobar."}};
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  const std::string words = "alphabeta gammadelta kilomega nanopico foobar";
  CHECK(found(searcher, words) == Ids{"a"});
  Request request;
  request.query = words;
  CHECK(searcher.explain(request).find("whole query as a phrase") != std::string::npos);
  request.query = "\"" + words + "\"";
  CHECK_THROWS_AS((void)searcher.search(request), Failure);
}

TEST_CASE("a phrase typed without hamza finds it, whatever other letters it has") {
  const SmallIndex index({{"a1", "على الأقل عشرة أشخاص في المدينة.", "", "", "ar"}});
  Searcher searcher(index.open());
  CHECK(found(searcher, "\"على الاقل\"") == Ids{"a1"});
  CHECK(found(searcher, "\"على الأقل\"") == Ids{"a1"});
  CHECK(found(searcher, "\"على الإقل\"").empty());
}

TEST_CASE("thousands of words are answered") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  std::string query;
  for (int i = 0; i < 2000; ++i) {
    query += "river ";
  }
  CHECK(found(searcher, query) == Ids{"a7", "a8"});
}

}  // namespace nutgraf::search
