// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/parse/query_error.h"
#include "query/search/searcher.h"
#include "tests/query/small_index.h"

namespace nutgraf::search {
namespace {

using test::SmallArticle;
using test::SmallIndex;
using Ids = std::vector<std::string>;

view::Answer ask(Searcher& searcher, const std::string& query, std::uint64_t limit = 100) {
  Request request;
  request.query = query;
  request.limit = limit;
  return searcher.search(request);
}

Ids ids(const view::Answer& answer) {
  Ids out;
  std::transform(answer.hits.begin(), answer.hits.end(), std::back_inserter(out),
                 [](const view::Hit& h) { return h.id; });
  return out;
}

Ids found(Searcher& searcher, const std::string& query) {
  Ids out = ids(ask(searcher, query));
  std::sort(out.begin(), out.end());
  return out;
}

std::string code_points(const std::string& text, view::CodePoints range) {
  std::string out;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    at += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1U : 0U;
    if (at > range.begin && at <= range.end) {
      out += text[i];
    }
  }
  return out;
}

Ids marked(const view::Hit& hit) {
  Ids out;
  std::transform(hit.highlights.begin(), hit.highlights.end(), std::back_inserter(out),
                 [&](view::CodePoints range) { return code_points(hit.text, range); });
  return out;
}

struct Row {
  const char* query;
  Ids hits;
};

const std::vector<SmallArticle> kArticles = {
    {"a1", "The one China principle stands.", "", "2023-06-19", "en", "Harbour Post", {"strait", "policy"}},
    {"a2", "China has one old principle, and one China principles besides.", "", "2023-05-01", "en", "Tribune", {}},
    {"a3", "Principle one: China's envoy sells tea.", "Envoy sells tea", "1965-11-06", "en", "Harbour Post", {"tea"}},
    {"a4", "A cease-fire was signed in the U.S. at noon.", "", "", "en", "Ledger", {}},
    {"a5", "Both sides kept the ceasefire; he told us so.", "", "2031-01-01", "en", "Ledger", {}},
    {"a6", "The US sent a ship with 1,043 apples.", "Orchard sold", "2023-06-20", "en", "Ledger", {}},
    {"a7", "We saw the river. Bank staff left.", "", "2022-01-31", "en", "", {}},
    {"a8", "The river bank is wet.", "", "2022-02-01", "en", "", {}},
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
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(found(searcher, row.query) == row.hits);
  }
}

TEST_CASE("bare words in any case find one another, and the order of parts does not matter") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  CHECK(found(searcher, "RIVER") == Ids{"a7", "a8"});
  CHECK(found(searcher, "\"quick\" ok") == found(searcher, "quick ok"));
  CHECK(found(searcher, "river bank") == found(searcher, "bank river"));
}

TEST_CASE("how bare words are matched can be chosen") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "the river bank";
  request.match = bind::MatchMode::All;
  CHECK(searcher.search(request).total == 2);
  request.match = bind::MatchMode::Phrase;
  CHECK(ids(searcher.search(request)) == Ids{"a8"});
}

TEST_CASE("options filter like fields") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "china OR ship";
  request.filters = {bind::since_filter("2023-05"), bind::until_filter("2023-06")};
  CHECK(searcher.search(request).total == 3);
  request.filters.push_back(bind::field_filter("source", "ledger", "--source ledger"));
  CHECK(ids(searcher.search(request)) == Ids{"a6"});
}

TEST_CASE("a pattern for languages leaves words their forms") {
  const SmallIndex index({{"a", "The town develops."}, {"b", "A developed town."}, {"c", "Eine Stadt.", "", "", "de"}});
  Searcher searcher(index.open());
  Request request;
  request.query = "develops";
  request.filters = {bind::field_filter("lang", "e*", "--lang e*")};
  CHECK(searcher.search(request).total == 2);
}

TEST_CASE("words together and in order come first, and scores never rise") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  const view::Answer answer = ask(searcher, "one china principle");
  REQUIRE(answer.hits.size() == 3);
  CHECK(answer.hits[0].id == "a1");
  CHECK(answer.hits[0].score >= answer.hits[1].score + 1);
  CHECK(answer.hits[1].score >= answer.hits[2].score);
  CHECK(answer.hits[0].rank == 1);
  CHECK(answer.hits[2].rank == 3);
}

TEST_CASE("the parts of a score add up to it") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "one china principle tea tea";
  request.explain = Explain::Yes;
  for (const view::Hit& hit : searcher.search(request).hits) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < hit.explanation.size(); ++i) {
      sum += std::stod(hit.explanation[i]);
    }
    CAPTURE(hit.id);
    CHECK(sum == doctest::Approx(std::stod(hit.explanation.back())).epsilon(1e-5));
    CHECK(std::stod(hit.explanation.back()) == doctest::Approx(hit.score).epsilon(1e-5));
  }
}

TEST_CASE("the form typed ranks above its relatives") {
  const SmallIndex index({{"b1", "A river there."}, {"b2", "Some rivers there."}, {"b3", "No rivers there."}});
  Searcher searcher(index.open());
  CHECK(ids(ask(searcher, "river")).front() == "b1");
  CHECK(ids(ask(searcher, "rivers")).back() == "b1");
}

/// Rules, not a dictionary: a form that no text has finds its relatives too.
TEST_CASE("languages without a stemmer of Xapian's: the form typed first, then its relatives") {
  const SmallIndex index({
      {"el1", "Εδώ δρόμος εκεί.", "", "", "el"},
      {"el2", "Εδώ δρόμοι εκεί.", "", "", "el"},
      {"hi1", "यहाँ किताब था।", "", "", "hi"},
      {"hi2", "यहाँ किताबें था।", "", "", "hi"},
      {"sr1", "Ево књига ту.", "", "", "sr"},
      {"sr2", "Evo knjige tu.", "", "", "sr"},
      {"cs1", "Tady kniha byla.", "", "", "cs"},
      {"ckb1", "لێرە کتێب بوو.", "", "", "ckb"},
      {"ckb2", "لێرە کتێبەکە بوو.", "", "", "ckb"},
  });
  Searcher searcher(index.open());
  for (const Row& row : {
           Row{"δρόμος", {"el1", "el2"}},
           Row{"δρόμοι", {"el2", "el1"}},
           Row{"किताब", {"hi1", "hi2"}},
           Row{"किताबें", {"hi2", "hi1"}},
           Row{"књига", {"sr1", "sr2"}},
           Row{"knjige", {"sr2", "sr1"}},
           Row{"knihy", {"cs1"}},
           Row{"کتێب", {"ckb1", "ckb2"}},
           Row{"کتێبەکە", {"ckb2", "ckb1"}},
       }) {
    CAPTURE(std::string(row.query));
    CHECK(ids(ask(searcher, row.query)) == row.hits);
  }
  CHECK(found(searcher, "δρόμων") == Ids{"el1", "el2"});
  CHECK(found(searcher, "किताबों") == Ids{"hi1", "hi2"});
  CHECK(found(searcher, "knjigama") == Ids{"sr1", "sr2"});
  CHECK(found(searcher, "کتێبەکان") == Ids{"ckb1", "ckb2"});
}

TEST_CASE("a word of the title lifts an article") {
  const SmallIndex index({{"d1", "A heron ate fish.", "Pond news"}, {"d2", "One heron slept late.", "Heron news"}});
  Searcher searcher(index.open());
  CHECK(ids(ask(searcher, "heron")) == Ids{"d2", "d1"});
}

/// Two passages: one of its own, and one about something else or about the same.
std::string two_passages(const std::string& first, const std::string& again) {
  std::string text = first;
  for (int i = 0; i < 150; ++i) {
    text += " filler";
  }
  text += ".\n\n";
  for (int i = 0; i < 5; ++i) {
    text += again + " ";
  }
  for (int i = 0; i < 140; ++i) {
    text += "padding ";
  }
  return text + ".";
}

TEST_CASE("a passage of an article about the matter ranks above one that only mentions it") {
  const SmallIndex index({{"mention", two_passages("The heron slept.", "A barge came.")},
                          {"about", two_passages("The heron slept.", "Heron news.")},
                          {"other", two_passages("The otter slept.", "A barge came.")}});
  Searcher searcher(index.open());
  Request request;
  request.query = "heron slept";
  request.per_article = 9;
  request.explain = Explain::Yes;
  const view::Answer answer = searcher.search(request);
  REQUIRE(answer.hits.size() >= 3);
  const auto first = [&](const std::string& id, std::uint32_t passage) {
    return std::find_if(answer.hits.begin(), answer.hits.end(),
                        [&](const view::Hit& h) { return h.id == id && h.passage == passage; });
  };
  CHECK(first("about", 0)->score > first("mention", 0)->score);
  const auto& lines = answer.hits.front().explanation;
  CHECK(std::any_of(lines.begin(), lines.end(),
                    [](const std::string& l) { return l.find("words in the whole article") != std::string::npos; }));
  SUBCASE("but not where the words are required: there every passage stands for itself") {
    request.query = "+heron +slept";
    const view::Answer required = searcher.search(request);
    REQUIRE(required.hits.size() == 2);
    CHECK(required.hits[0].score == doctest::Approx(required.hits[1].score));
  }
}

TEST_CASE("an article's words count also where its id is too long for the order of results") {
  const std::string longest(200, 'x');
  const SmallIndex index({{longest + "1", two_passages("The heron slept.", "A barge came.")},
                          {longest + "2", two_passages("The heron slept.", "Heron news.")},
                          {std::string(56, 'y'), two_passages("The heron slept.", "Heron heron news.")},
                          {"other", "The otter slept."}});
  Searcher searcher(index.open());
  CHECK(ids(ask(searcher, "heron")) == Ids{std::string(56, 'y'), longest + "2", longest + "1"});
}

TEST_CASE("the text of a hit leaves out the title, and so do its marks") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  const view::Answer answer = ask(searcher, "orchard ship");
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].text == "The US sent a ship with 1,043 apples.");
  CHECK(answer.hits[0].record.title == "Orchard sold");
  CHECK(marked(answer.hits[0]) == Ids{"ship"});
  CHECK(ask(searcher, "orchard").hits.at(0).highlights.empty());
}

TEST_CASE("exactly what matched is marked") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  const auto marks = [&](const char* query) { return marked(ask(searcher, query).hits.at(0)); };
  CHECK(marks("apple") == Ids{"apples"});
  CHECK(marks("\"china envoy\"") == Ids{"China's envoy"});
  CHECK(marks("\"one china principle\"") == Ids{"one China principle"});
  CHECK(marks("ceasefire -kept") == Ids{"cease", "fire"});
  CHECK(marks("U.S. id:a6") == Ids{"US"});
  CHECK(marks("US id:a4") == Ids{"U.S"});
  CHECK(marks("river NOT left") == Ids{"river"});
  CHECK(marks("~\"one china principle\" tea -sells -stands") == Ids{"one China principles"});
}

TEST_CASE("an article is one row unless more are asked for") {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    for (int k = 0; k < 40; ++k) {
      text += "The quarry holds sails on the hill. ";
    }
    text += "A lantern shone here.\n\n";
  }
  const SmallIndex index({{"long", text}, {"short", "One lantern only."}});
  Searcher searcher(index.open());
  const view::Answer answer = ask(searcher, "lantern");
  CHECK(answer.total == 2);
  CHECK(answer.n_articles == 2);
  CHECK(answer.n_passages == 7);
  CHECK(answer.relation == view::Relation::Exact);
  CHECK(answer.hits.size() == 2);
  Request request;
  request.query = "lantern";
  request.per_article = 3;
  request.limit = 100;
  const view::Answer more = searcher.search(request);
  CHECK(more.total == 4);
  CHECK(more.hits.size() == 4);
  const Searcher::Counts counts = searcher.count(request);
  CHECK(counts.passages == 7);
  CHECK(counts.articles == 2);
  CHECK(counts.occurrences == 7);
}

TEST_CASE("pages neither repeat nor skip, also beyond what is rescored") {
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 700; ++i) {
    std::string text = "lantern " + std::to_string(i);
    for (int k = 0; k < i % 7; ++k) {
      text += k % 2 == 0 ? " filler" : " red lantern";
    }
    articles.push_back({"p" + std::to_string(i), text});
  }
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  for (const char* query : {"lantern", "red lantern", "\"red lantern\" OR filler OR lantern"}) {
    CAPTURE(query);
    const view::Answer whole = ask(searcher, query, 1000);
    REQUIRE(whole.hits.size() == 700);
    CHECK(whole.total == 700);
    for (std::size_t i = 1; i < whole.hits.size(); ++i) {
      REQUIRE(whole.hits[i].score <= whole.hits[i - 1].score);
    }
    Ids pages;
    Request request;
    request.query = query;
    request.limit = 37;
    for (; request.offset < 800; request.offset += request.limit) {
      const view::Answer page = searcher.search(request);
      CHECK(page.total == 700);
      const Ids some = ids(page);
      pages.insert(pages.end(), some.begin(), some.end());
    }
    CHECK(pages == ids(whole));
  }
}

TEST_CASE("more matches than are counted give an approximate total, or an exact one on request") {
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 1500; ++i) {
    articles.push_back({"p" + std::to_string(i), "lantern number " + std::to_string(i)});
  }
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  Request request;
  request.query = "lantern number";
  request.totals = Totals::Exact;
  const view::Answer exact = searcher.search(request);
  CHECK(exact.total == 1500);
  CHECK(exact.relation == view::Relation::Exact);
  request.totals = Totals::Bounded;
  const view::Answer bounded = searcher.search(request);
  CHECK(bounded.total > 1000);
  CHECK(bounded.relation == view::Relation::Approximate);
  request.totals = Totals::None;
  request.limit = 7;
  CHECK(searcher.search(request).total == 7);
}

TEST_CASE("equal scores are ordered newest first, then by id") {
  const SmallIndex index({{"c", "A lantern."},
                          {"b", "A lantern."},
                          {"a", "A lantern.", "", "2020-01-01"},
                          {"d", "A lantern.", "", "2021-01-01"}});
  Searcher searcher(index.open());
  CHECK(ids(ask(searcher, "lantern")) == Ids{"d", "a", "b", "c"});
}

TEST_CASE("rows can be sorted by date, undated ones last") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "china OR noon OR ship";
  request.sort = SortBy::Newest;
  CHECK(ids(searcher.search(request)) == Ids{"a6", "a1", "a2", "a3", "a4"});
  request.sort = SortBy::Oldest;
  CHECK(ids(searcher.search(request)) == Ids{"a3", "a2", "a1", "a6", "a4"});
}

TEST_CASE("counts are of passages, articles and distinct places") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "~\"one china principle\" OR china";
  const Searcher::Counts counts = searcher.count(request);
  CHECK(counts.passages == 3);
  CHECK(counts.articles == 3);
  CHECK(counts.occurrences == 6);  // china 4 times, and where the two phrases begin
}

TEST_CASE("notes say what bare words and date filters hide") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  CHECK(ask(searcher, "one china principle").notes == Ids{"any word 3 · all words 3 · the phrase 1"});
  CHECK(ask(searcher, "the OR noon").notes.empty());
  CHECK(ask(searcher, "(noon OR ship) after:2000").notes == Ids{"+1 undated not shown"});
  CHECK(ask(searcher, "ship after:2000").notes.empty());
}

TEST_CASE("explain shows how a query is read") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "US principle \"river bank\"";
  const std::string text = searcher.explain(request);
  CAPTURE(text);
  CHECK(text.find("(best US principle (phrase river bank))") != std::string::npos);
  CHECK(text.find("principle = principle, principles") != std::string::npos);
  CHECK(text.find("XC:US; acronym only") != std::string::npos);
}

TEST_CASE("an AND is never on the right of Xapian's AND_NOT, which reads bounds of it that are not set") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  for (const char* query : {"river NOT (bank AND (left OR wet))", "NOT (bank AND (left OR wet))",
                            "river -(bank AND (left OR wet))", "river AND NOT (bank AND (left OR wet))"}) {
    CAPTURE(query);
    Request request;
    request.query = query;
    const std::string text = searcher.explain(request);
    CHECK(text.find("XOR") != std::string::npos);
    CHECK(text.find("AND_NOT") == std::string::npos);
  }
  CHECK(found(searcher, "river -(bank AND (left OR wet))") == Ids{});
  CHECK(found(searcher, "river NOT (bank AND (left OR tea))") == Ids{"a8"});
}

TEST_CASE("queries without words are errors") {
  const SmallIndex index(kArticles);
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

TEST_CASE("a phrase typed without hamza finds it, whatever other letters it has") {
  const SmallIndex index({{"a1", "على الأقل عشرة أشخاص في المدينة.", "", "", "ar"}});
  Searcher searcher(index.open());
  CHECK(found(searcher, "\"على الاقل\"") == Ids{"a1"});
  CHECK(found(searcher, "\"على الأقل\"") == Ids{"a1"});
  CHECK(found(searcher, "\"على الإقل\"").empty());
}

TEST_CASE("thousands of words are answered") {
  const SmallIndex index(kArticles);
  Searcher searcher(index.open());
  std::string query;
  for (int i = 0; i < 2000; ++i) {
    query += "river ";
  }
  CHECK(found(searcher, query) == Ids{"a7", "a8"});
}

TEST_CASE("more passages of one weight than are rescored are all found") {
  // The weights of the 100th and the 101st are equal, in queries that Xapian's matcher ranks.
  std::vector<SmallArticle> articles;
  for (std::size_t i = 0; i < 180; ++i) {
    const bool asks = i % 4 == 3;
    articles.push_back({"n" + std::to_string(i),
                        asks ? "什么是人工智能？这是一个问题。保护环境。" : "我们讨论海洋保护区政策问题。",
                        {},
                        {},
                        "zh"});
  }
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  struct Row {
    const char* query;
    bind::Scope scope;
    std::size_t hits;
  };
  for (const Row& row :
       {Row{"海洋 保护 -什么", bind::Scope::Passage, 135}, Row{"什么是海洋保护区政策", bind::Scope::Passage, 180},
        Row{"什么是海洋保护区政策", bind::Scope::Article, 180}}) {
    CAPTURE(row.query);
    Request request;
    request.query = row.query;
    request.scope = row.scope;
    request.limit = 300;
    CHECK(searcher.search(request).hits.size() == row.hits);
  }
}

}  // namespace nutgraf::search
