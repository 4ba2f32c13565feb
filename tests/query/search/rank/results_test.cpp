// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/query/search/eight_articles.h"

namespace nutgraf::search {
namespace {

using test::ask;
using test::Ids;
using test::ids_of;
using test::kEightArticles;
using test::SmallArticle;
using test::SmallIndex;

}  // namespace

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
      const Ids some = ids_of(page);
      pages.insert(pages.end(), some.begin(), some.end());
    }
    CHECK(pages == ids_of(whole));
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

TEST_CASE("a list of all matches has an exact total") {
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 1300; ++i) {
    articles.push_back({"p" + std::to_string(i), "A lantern.\n\nNumber " + std::to_string(i)});
  }
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  Request request;
  request.query = "lantern";
  request.limit = 1299;
  CHECK(searcher.search(request).relation == view::Relation::Approximate);
  for (const std::uint64_t limit : {std::uint64_t{1301}, std::uint64_t{5000}}) {
    request.limit = limit;
    const view::Answer answer = searcher.search(request);
    CHECK(answer.hits.size() == 1300);
    CHECK(answer.relation == view::Relation::Exact);
    CHECK(answer.total == 1300);
    CHECK(answer.n_passages == 1300);
    CHECK(answer.n_articles == 1300);
  }
}

TEST_CASE("an approximate total is no more than the articles there are") {
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 1200; ++i) {
    articles.push_back({"a" + std::to_string(1000 + i), "A lantern."});
  }
  std::string paragraphs;
  for (int i = 0; i < 150; ++i) {
    paragraphs += "The lantern report continues with part " + std::to_string(i) +
                  " of the long and winding story about how the light was found again and then lost once more.\n\n";
  }
  articles.push_back({"z", paragraphs});
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  Request request;
  request.query = "lantern";
  const view::Answer answer = searcher.search(request);
  CHECK(answer.relation == view::Relation::Approximate);
  CHECK(answer.n_articles == 1201);
  CHECK(answer.total == 1201);
}

TEST_CASE("equal scores are ordered newest first, then by id") {
  const SmallIndex index({{"c", "A lantern."},
                          {"b", "A lantern."},
                          {"a", "A lantern.", "", "2020-01-01"},
                          {"d", "A lantern.", "", "2021-01-01"}});
  Searcher searcher(index.open());
  CHECK(ids_of(ask(searcher, "lantern")) == Ids{"d", "a", "b", "c"});
}

TEST_CASE("rows can be sorted by date, undated ones last") {
  const SmallIndex index(kEightArticles);
  Searcher searcher(index.open());
  Request request;
  request.query = "china OR noon OR ship";
  request.sort = SortBy::Newest;
  CHECK(ids_of(searcher.search(request)) == Ids{"a6", "a1", "a2", "a3", "a4"});
  request.sort = SortBy::Oldest;
  CHECK(ids_of(searcher.search(request)) == Ids{"a3", "a2", "a1", "a6", "a4"});
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
