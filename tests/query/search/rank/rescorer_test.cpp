// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/query/search/eight_articles.h"

namespace nutgraf::search {
namespace {

using test::ask;
using test::found;
using test::Ids;
using test::ids_of;
using test::kEightArticles;
using test::SmallIndex;

struct Row {
  const char* query;
  Ids hits;
};

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

}  // namespace

TEST_CASE("words together and in order come first, and scores never rise") {
  const SmallIndex index(kEightArticles);
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
  const SmallIndex index(kEightArticles);
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
  CHECK(ids_of(ask(searcher, "river")).front() == "b1");
  CHECK(ids_of(ask(searcher, "rivers")).back() == "b1");
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
    CHECK(ids_of(ask(searcher, row.query)) == row.hits);
  }
  CHECK(found(searcher, "δρόμων") == Ids{"el1", "el2"});
  CHECK(found(searcher, "किताबों") == Ids{"hi1", "hi2"});
  CHECK(found(searcher, "knjigama") == Ids{"sr1", "sr2"});
  CHECK(found(searcher, "کتێبەکان") == Ids{"ckb1", "ckb2"});
}

TEST_CASE("a word of the title lifts an article") {
  const SmallIndex index({{"d1", "A heron ate fish.", "Pond news"}, {"d2", "One heron slept late.", "Heron news"}});
  Searcher searcher(index.open());
  CHECK(ids_of(ask(searcher, "heron")) == Ids{"d2", "d1"});
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
  CHECK(ids_of(ask(searcher, "heron")) == Ids{std::string(56, 'y'), longest + "2", longest + "1"});
}

}  // namespace nutgraf::search
