// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/remote_index.h"
#include "tests/query/sharded_index.h"
#include "tests/random.h"

namespace nutgraf::search {
namespace {

// Some words occur in every article, some in few; articles have one to four passages, so that there are more passages
// than articles and a frequent word gathers in some of them.
std::vector<test::SmallArticle> articles() {
  constexpr std::array<const char*, 16> kWords = {
      "harbour", "ferry", "minister",   "ministers", "strike", "port",   "the", "of",
      "council", "vote",  "cease-fire", "ceasefire", "taiwan", "policy", "US",  "us"};
  constexpr std::size_t kArticles = 90;
  test::Random random(7);
  std::vector<test::SmallArticle> articles;
  for (std::size_t i = 0; i < kArticles; ++i) {
    test::SmallArticle article;
    article.id = "a" + std::to_string(i);
    article.title = i % 3 == 0 ? "Harbour vote" : "Council notes";
    article.date = i % 7 == 0 ? "" : "20" + std::to_string(10 + i % 14) + "-0" + std::to_string(1 + i % 9) + "-11";
    article.source = i % 2 == 0 ? "Ledger" : "Post";
    const std::size_t paragraphs = 1 + i % 4;
    for (std::size_t p = 0; p < paragraphs; ++p) {
      for (std::size_t s = 0; s < 14; ++s) {
        article.text += "It";
        for (std::size_t w = 0; w < 9; ++w) {
          article.text += ' ';
          // Squared: the first words of the list are the frequent ones.
          const std::size_t r = (random() % kWords.size()) * (random() % kWords.size()) / kWords.size();
          article.text += kWords.at(r);
        }
        article.text += ". ";
      }
      article.text += "\n\n";
    }
    if (i == 17 || i == 18) {
      article.text += "One zebra crossed the China strait.";
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

struct Row {
  std::string id;
  std::uint32_t passage = 0;
  double score = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows_of(const view::Answer& answer) {
  std::vector<Row> rows;
  for (const view::Hit& hit : answer.hits) {
    rows.push_back({hit.id, hit.passage, hit.score});
  }
  return rows;
}

constexpr std::array kQueries = {
    "harbour",
    "harbour ferry strike",
    "taiwan policy of the council",
    "zebra",
    "\"the council\"",
    "~\"council minister\"",
    "+minister -ferry",
    "cease-fire vote",
    "US policy",
    "minist* AND taiwan",
    "\"port *\"",
    "v?te",
    "/taiwa./",
    "harbour NEAR/3 ferry",
    "(harbour OR port) ADJ/2 (ferry OR vote)",
    "harbour NOTNEAR/5 policy",
    "taiwan OR harbour NOTNEAR/2 policy",
    "WITHIN sentence (taiwan policy)",
    "NOT WITHIN sentence (harbour ferry)",
    "WITHIN article (taiwan AND zebra)",
    "NOT WITHIN article (ferry)",
    "NOT WITHIN article (zebra)",
    "council NOT WITHIN article (taiwan AND policy)",
    "NOT harbour",
    "title:harbour strike",
    "source:post policy",
    "date:2012..2015 ferry",
    "nosuchword",
};

}  // namespace

TEST_CASE("one index, two local shards and two remote ones give the same passages and scores") {
  const test::ShardedIndex index(articles(), 2);
  const test::RemoteIndex remote(index.shard_paths());
  Searcher whole(index.open_whole());
  Searcher local(index.open_shards());
  Searcher served(remote.open());
  const auto check = [&](const char* query, SortBy sort) {
    INFO(query << ", sorted " << static_cast<int>(sort));
    Request request;
    request.query = query;
    request.limit = 30;
    request.sort = sort;
    request.totals = Totals::Exact;
    const view::Answer wanted = whole.search(request);
    for (Searcher* searcher : {&local, &served}) {
      const view::Answer answer = searcher->search(request);
      CHECK(rows_of(answer) == rows_of(wanted));
      CHECK(answer.total == wanted.total);
      CHECK(answer.n_passages == wanted.n_passages);
      CHECK(answer.n_articles == wanted.n_articles);
      CHECK(answer.relation == wanted.relation);
    }
  };
  for (const char* const query : kQueries) {
    check(query, SortBy::Relevance);
  }
  for (const char* const query : {"harbour ferry strike", "harbour NEAR/3 ferry", "title:harbour strike"}) {
    check(query, SortBy::Newest);
    check(query, SortBy::Oldest);
  }
}

TEST_CASE("words of more passages than are looked at weigh the same on any number of shards") {
  std::vector<test::SmallArticle> many;
  constexpr std::size_t kArticles = 1500;
  for (std::size_t i = 0; i < kArticles; ++i) {
    const std::string text = i % 5 == 0 ? "The ferry left." : i % 2 == 0 ? "The harbour and the ferry." : "A harbour.";
    many.push_back({"a" + std::to_string(i), text});
  }
  const test::ShardedIndex index(many, 2);
  Searcher whole(index.open_whole());
  Searcher local(index.open_shards());
  Request request;
  request.query = "harbour ferry";
  CHECK(rows_of(local.search(request)) == rows_of(whole.search(request)));
}

TEST_CASE("the last passage of each shard may meet what is left out") {
  // Both sides of an exclusion end at once, after more matches than are ranked: Xapian 1.4 reads one of the sides after
  // it is freed.
  constexpr std::size_t kOthers = 240;
  std::vector<test::SmallArticle> articles;
  for (std::size_t i = 0; i < kOthers; ++i) {
    articles.push_back({"a" + std::to_string(i), "The harbour stood still."});
  }
  articles.push_back({"y", "The ferry left the quay."});
  articles.push_back({"z", "The ferry left the quay."});
  const test::ShardedIndex index(articles, 2);
  const std::vector<std::filesystem::path> paths = index.shard_paths();
  const test::RemoteIndex remote({paths[0]}, {paths[1]});
  Searcher local(index.open_shards());
  Searcher mixed(remote.open());
  for (const char* const query :
       {"the NOT \"ferry left\"", "the NOT WITHIN sentence (ferry quay)", "the NOT WITHIN article (ferry)",
        "the NOT (ferry NEAR/2 left)", "the NOT (ferry AND quay)", "NOT (ferry AND quay)"}) {
    INFO(query);
    Request request;
    request.query = query;
    request.limit = 2 * kOthers;
    CHECK(local.search(request).hits.size() == kOthers);
    CHECK(mixed.search(request).hits.size() == kOthers);
  }
}

TEST_CASE("a stub of remote and local shards answers as one index") {
  const test::ShardedIndex index(articles(), 3);
  const std::vector<std::filesystem::path> paths = index.shard_paths();
  const test::RemoteIndex remote({paths[0]}, {paths[1], paths[2]});
  Searcher whole(index.open_whole());
  Searcher mixed(remote.open());
  std::vector<const char*> queries(kQueries.begin(), kQueries.end());
  queries.insert(queries.end(), {"harbour -\"the council\" -ferry", "vote -(harbour AND NOT ferry)",
                                 "port NOT source:post", "harbour -title:\"council notes\""});
  for (const char* const query : queries) {
    INFO(query);
    Request request;
    request.query = query;
    request.limit = 30;
    request.totals = Totals::Exact;
    const view::Answer wanted = whole.search(request);
    const view::Answer answer = mixed.search(request);
    CHECK(rows_of(answer) == rows_of(wanted));
    CHECK(answer.total == wanted.total);
  }
}

TEST_CASE("a single remote shard answers as the database itself") {
  const test::SmallIndex index(articles());
  const test::RemoteIndex remote({index.path()});
  Searcher local(index.open());
  Searcher served(remote.open());
  for (const char* const query : kQueries) {
    INFO(query);
    Request request;
    request.query = query;
    CHECK(rows_of(served.search(request)) == rows_of(local.search(request)));
    const Searcher::Counts wanted = local.count(request);
    const Searcher::Counts counts = served.count(request);
    CHECK(counts.passages == wanted.passages);
    CHECK(counts.articles == wanted.articles);
    CHECK(counts.occurrences == wanted.occurrences);
  }
}

}  // namespace nutgraf::search
