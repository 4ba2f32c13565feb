// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/chains.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/sharded_index.h"
#include "tests/query/small_index.h"

namespace nutgraf::search::rank {
namespace {

using test::SmallArticle;
using test::SmallIndex;

/// Of words of one letter; a lower-case one is a function word.
bind::BoundQuery query_of(const std::string& letters) {
  bind::BoundQuery bound;
  bind::WordSequence sequence;
  for (const char letter : letters) {
    std::size_t at = 0;
    while (at < bound.ranked.size() && bound.ranked[at].word.text != std::string(1, letter)) {
      ++at;
    }
    if (at == bound.ranked.size()) {
      bind::BoundWord word;
      word.text = std::string(1, letter);
      bound.ranked.push_back({word, 1, letter >= 'a' ? bind::RankedKind::Function : bind::RankedKind::Content});
    }
    sequence.push_back(at);
  }
  bound.sequences = {sequence};
  return bound;
}

std::vector<match::PositionSpans> places_in(const std::string& passage, const bind::BoundQuery& query) {
  std::vector<match::PositionSpans> places(query.ranked.size());
  for (std::uint32_t i = 0; i < passage.size(); ++i) {
    for (std::size_t at = 0; at < query.ranked.size(); ++at) {
      if (query.ranked[at].word.text.front() == passage[i]) {
        places[at].push_back({i + 1, i + 2});
      }
    }
  }
  return places;
}

Chains chains_of(const bind::BoundQuery& query) {
  return {query, std::vector<double>(query.ranked.size(), 1)};
}

std::string printed(const Chains& chains, const std::vector<std::size_t>& numbers, const std::string& query) {
  std::string text;
  for (const std::size_t i : numbers) {
    const Chain& chain = chains.all()[i];
    text += (text.empty() ? "" : " ") + query.substr(chain.first, chain.last - chain.first + 1);
    text += chain.is_whole ? "!" : "";
  }
  return text;
}

struct ChainRow {
  const char* query;
  const char* passage;
  const char* standing;  // ! = all content words
  const char* possible;
};

constexpr ChainRow kChains[] = {
    {"ABC", "ABC", "AB ABC! BC", "AB ABC! BC"},
    {"ABC", "CBA", "", "AB ABC! BC"},
    {"ABC", "AB.BC", "AB BC", "AB ABC! BC"},
    {"ABC", "A.C", "", ""},
    {"ABCD", "BCD.AB", "AB BC BCD CD", "AB ABC ABCD! BC BCD CD"},
    {"ABCD", "D.AB", "AB", "AB"},
    {"isABis", "AB", "AB!", "AB!"},
    {"isAB", "isA.B", "", "AB!"},
    {"AtoB", "AtoB", "AtoB!", "AtoB!"},
    {"AtoB", "AB", "", "AtoB!"},
    {"AtoB", "A.toB", "", "AtoB!"},
    {"AtoBC", "AtoB.BC", "AtoB BC", "AtoB AtoBC! BC"},
    {"ABAB", "ABAB", "AB! ABA! ABAB! BA! BAB! AB!", "AB! ABA! ABAB! BA! BAB! AB!"},
    {"is", "is", "is!", "is!"},
    {"A", "A", "", ""},
};

TEST_CASE("chains of a query stand in a passage word by word, from one content word to another") {
  for (const ChainRow& row : kChains) {
    CAPTURE(std::string(row.query));
    CAPTURE(std::string(row.passage));
    const bind::BoundQuery query = query_of(row.query);
    const Chains chains = chains_of(query);
    const std::vector<match::PositionSpans> places = places_in(row.passage, query);
    const auto places_of = [&](std::size_t at) -> const match::PositionSpans& { return places[at]; };
    CHECK(printed(chains, chains.standing(places_of), row.query) == row.standing);
    CHECK(printed(chains, chains.possible(places_of), row.query) == row.possible);
  }
}

TEST_CASE("words that stand together wherever they meet weigh more than words that do so now and then") {
  const bind::BoundQuery query = query_of("ABC");
  const Chains chains = chains_of(query);
  const RankingParameters parameters;
  ChainWeights weights(chains, parameters, 2);
  constexpr std::size_t kAB = 0;
  constexpr std::size_t kBC = 2;
  for (int i = 0; i < 5; ++i) {
    weights.count({{kAB}, {kAB}});
    weights.count({{kBC}, {kBC}});
    weights.count({{}, {kBC}});
  }
  CHECK(weights.passages()[kAB] == weights.passages()[kBC]);
  CHECK(weights.weight(kAB) > weights.weight(kBC));
}

std::string times(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += text;
  }
  return out;
}

struct FirstRow {
  const char* name;
  const char* language;
  const char* query;
  const char* holds;      // occurs once in a long passage of other words
  const char* scattered;  // occurs many times in short ones, more than are rescored
  const char* filler;
};

constexpr FirstRow kFirst[] = {
    {"question", "en", "what is the one lantern policy", "They keep the one lantern policy. ",
     "One policy of what is the lantern. The lantern is one. ", "Ferries crossed the harbour by noon. "},
    {"word beside", "en", "one lantern policy taiwan", "They keep the one lantern policy. ",
     "One lantern of Taiwan. The policy is Taiwan lantern. ", "Ferries crossed the harbour by noon. "},
    {"hyphen", "en", "What is the one-lantern policy", "They keep the one lantern policy. ",
     "One lantern is what the policy of the lantern is. One lantern. ", "Ferries crossed the harbour by noon. "},
    {"function word inside", "en", "what does duty to shelter mean for farmers", "It is a duty to shelter. ",
     "Farmers see to duty and shelter. Farmers. ", "Ferries crossed the harbour by noon. "},
    {"required words", "en", "+duty +to +shelter +farmers", "It is a duty to shelter. Farmers. ",
     "Farmers see to duty and shelter. Farmers to farmers. ", "Ferries crossed the harbour by noon. "},
    {"boolean", "en", "lantern AND policy", "They keep the lantern policy. ", "Policy of lantern. Policy. ",
     "Ferries crossed the harbour by noon. "},
    {"French", "fr", "qu'est-ce que le pacte de stabilité", "Il signe le pacte de stabilité. ",
     "Le pacte est ce que la stabilité de. Stabilité. ", "Un bateau passe devant le village. "},
    {"German", "de", "was ist der Stand der Technik Hafen", "Das ist Stand der Technik. ",
     "Technik ist im Hafen der Stand. ", "Ein Boot liegt vor dem Dorf. "},
    {"Russian", "ru", "что такое право на жилище", "Есть право на жилище. ", "Жилище что на право такое. Жилище. ",
     "Лодка стоит у деревни. "},
    {"Chinese", "zh", "什么是海洋保护区政策", "他说海洋保护区政策很好。", "政策是海洋，保护什么区，政策。",
     "船在村边停了。"},
};

std::vector<SmallArticle> articles_of(const FirstRow& row) {
  constexpr int kScattered = 130;
  constexpr int kHolders = 15;
  constexpr int kOthers = 400;
  std::vector<SmallArticle> articles;
  for (int i = 0; i < kScattered; ++i) {
    articles.push_back({"s" + std::to_string(i), row.scattered + times("x ", i % 60), {}, {}, row.language});
  }
  for (int i = 0; i < kHolders; ++i) {
    articles.push_back(
        {"p" + std::to_string(i), times(row.filler, 3) + row.holds + times(row.filler, 3), {}, {}, row.language});
  }
  for (int i = 0; i < kOthers; ++i) {
    articles.push_back({"o" + std::to_string(i), times(row.filler, 6), {}, {}, row.language});
  }
  return articles;
}

TEST_CASE("the longest run of a query's words comes first, whatever stands around it") {
  for (const FirstRow& row : kFirst) {
    CAPTURE(std::string(row.name));
    const SmallIndex index(articles_of(row));
    search::Searcher searcher(index.open());
    Request request;
    request.query = row.query;
    const view::Answer answer = searcher.search(request);
    REQUIRE(answer.hits.size() == 10);
    CHECK(answer.hits[0].id.front() == 'p');
    CHECK(answer.hits[1].id.front() == 'p');
    CHECK(answer.hits[2].id.front() == 'p');
    for (std::size_t i = 1; i < answer.hits.size(); ++i) {
      CHECK(answer.hits[i - 1].score >= answer.hits[i].score);
    }
  }
}

/// Id and score of every hit, page by page.
std::vector<std::pair<std::string, double>> pages_of(OpenIndex index, const char* query) {
  constexpr std::size_t kPage = 7;
  search::Searcher searcher(std::move(index));
  std::vector<std::pair<std::string, double>> rows;
  Request request;
  request.query = query;
  request.limit = kPage;
  for (std::size_t before = 1; before != rows.size(); request.offset += kPage) {
    before = rows.size();
    for (const view::Hit& hit : searcher.search(request).hits) {
      rows.emplace_back(hit.id, hit.score);
    }
  }
  return rows;
}

TEST_CASE("runs of a query's words rank the same on any number of shards, and pages neither repeat nor skip") {
  const FirstRow& row = kFirst[1];
  const test::ShardedIndex index(articles_of(row));
  const auto whole = pages_of(index.open_whole(), row.query);
  const auto shards = pages_of(index.open_shards(), row.query);
  CHECK(whole.size() == 145);
  CHECK(whole == shards);
  std::set<std::string> ids;
  for (const auto& [id, score] : whole) {
    ids.insert(id);
  }
  CHECK(ids.size() == whole.size());
}

TEST_CASE("explain names the run and the phrase of a score") {
  const SmallIndex index(articles_of(kFirst[0]));
  search::Searcher searcher(index.open());
  Request request;
  request.query = kFirst[0].query;
  request.explain = search::Explain::Yes;
  request.limit = 1;
  std::string explanation;
  const view::Answer answer = searcher.search(request);
  for (const std::string& line : answer.hits.front().explanation) {
    explanation += line + "\n";
  }
  CHECK(explanation.find("the longest run of words of the query") != std::string::npos);
  CHECK(explanation.find("all content words of the query as a phrase") != std::string::npos);
}

}  // namespace
}  // namespace nutgraf::search::rank
