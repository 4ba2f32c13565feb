// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/chain_scores.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/small_index.h"

namespace nutgraf::search::rank {
namespace {

using test::SmallArticle;
using test::SmallIndex;

/// A B C D, a content word each; its chains are AB ABC ABCD BC BCD CD.
bind::BoundQuery four_words() {
  bind::BoundQuery bound;
  bound.sequences.emplace_back();
  for (const char letter : std::string("ABCD")) {
    bind::BoundWord word;
    word.text = std::string(1, letter);
    bound.sequences.front().push_back(bound.ranked.size());
    bound.ranked.push_back({word, 1, bind::RankedKind::Content});
  }
  return bound;
}

constexpr std::size_t kAB = 0;
constexpr std::size_t kABC = 1;
constexpr std::size_t kCD = 5;

ScoredPassage passage(double words, std::vector<std::size_t> chains) {
  ScoredPassage passage;
  passage.words = words;
  passage.chains = std::move(chains);
  return passage;
}

struct ScoreRow {
  const char* name;
  std::vector<ScoredPassage> passages;
  std::vector<double> scores;
};

// All content words weigh 4, so that the margin is 1.
const std::vector<ScoreRow> kScores = {
    {"no chain", {passage(20, {}), passage(10, {})}, {20, 10}},
    {"half of the words: the best passage with the chain leads, and no other by it",
     {passage(20, {}), passage(15, {kAB}), passage(10, {kAB})},
     {20, 21, 16}},
    {"most of the words lead wherever they occur",
     {passage(20, {}), passage(15, {kAB, kABC}), passage(10, {kAB, kABC})},
     {20, 115, 110}},
    {"the best with the heaviest chain leads, whatever lighter ones are worth",
     {passage(20, {kCD}), passage(12, {kAB}), passage(10, {kAB})},
     {21, 22, 20}},
};

TEST_CASE("a chain of most content words is worth its weight, one of fewer what its best passage lacks to lead") {
  const bind::BoundQuery query = four_words();
  const Chains chains(query, std::vector<double>(4, 1));
  RankingParameters parameters;
  parameters.chain = 25;  // times 4
  parameters.chain_power = 0;
  parameters.chain_holders = 0;
  parameters.rarity_power = 0;
  parameters.chain_evidence = 1;
  parameters.chain_margin = 0.25;
  for (const ScoreRow& row : kScores) {
    CAPTURE(std::string(row.name));
    std::vector<ScoredPassage> passages = row.passages;
    ChainWeights weights(chains, parameters, 1);
    for (const ScoredPassage& candidate : passages) {
      weights.count({candidate.chains, candidate.chains});
    }
    for (int i = 0; i < 20; ++i) {
      weights.count({{}, {kCD}});  // so that CD weighs less than AB
    }
    score_chains(chains, weights, parameters, passages);
    for (std::size_t i = 0; i < passages.size(); ++i) {
      CAPTURE(i);
      CHECK(passages[i].words + passages[i].parts.sum() == doctest::Approx(row.scores[i]));
    }
  }
}

SmallArticle article(const std::string& id, const std::string& text) {
  return {id, text, {}, {}, "en"};
}

std::string times(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += text;
  }
  return out;
}

TEST_CASE("among few passages those with the term lead although all have its words") {
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 9; ++i) {
    articles.push_back(
        article("s" + std::to_string(i),
                times("The united press China states trade one island policy report. ", 4) + times("Calm. ", i)));
  }
  for (int i = 0; i < 3; ++i) {
    articles.push_back(article("p" + std::to_string(i), times("Few growers saw the valley. ", 4 + i) +
                                                            "He spoke of the one China policy. " +
                                                            times("Few growers saw the valley. ", 5)));
  }
  const SmallIndex index(articles);
  search::Searcher searcher(index.open());
  Request request;
  request.query = "one China policy of the United States";
  request.limit = 3;
  const view::Answer answer = searcher.search(request);
  REQUIRE(answer.hits.size() == 3);
  for (const view::Hit& hit : answer.hits) {
    CHECK(hit.id.front() == 'p');
  }
}

}  // namespace
}  // namespace nutgraf::search::rank
