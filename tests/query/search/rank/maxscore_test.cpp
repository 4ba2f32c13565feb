// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/maxscore.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "query/bind/binder.h"
#include "query/parse/parse.h"
#include "query/search/compile/compiler.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/index_lexicon.h"
#include "query/search/postings/matches.h"
#include "query/search/rank/bag_of_words.h"
#include "query/search/rank/retrieve.h"
#include "tests/query/sharded_index.h"
#include "tests/query/small_index.h"

namespace nutgraf::search::rank {
namespace {

using test::SmallArticle;
using test::SmallIndex;

/// Few words, the first ones far more frequent; classes (port, ports), an open compound (sea wall) and two languages.
const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {"the",     "of",        "harbour", "ports", "port",    "sea",
                                                 "wall",    "walls",     "strike",  "vote",  "votes",   "tanker",
                                                 "seawall", "caf\u00e9", "cafe",    "reef",  "sea-wall"};
  return words;
}

/// More than one window of docids.
std::vector<SmallArticle> many_articles(std::size_t count) {
  std::mt19937 random(7);
  std::geometric_distribution<std::size_t> rank(0.25);
  std::vector<SmallArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    const std::size_t words = 1 + random() % 12;
    for (std::size_t w = 0; w < words; ++w) {
      text += (text.empty() ? "" : " ") + vocabulary()[std::min(rank(random), vocabulary().size() - 1)];
    }
    articles.push_back({"n" + std::to_string(i), text, {}, {}, random() % 5 == 0 ? "fr" : "en"});
  }
  return articles;
}

std::string random_query(std::mt19937& random) {
  const auto word = [&] { return vocabulary()[random() % vocabulary().size()]; };
  if (random() % 4 == 0) {
    std::string phrase = word();
    for (std::size_t i = 0, more = 1 + random() % 2; i < more; ++i) {
      phrase += " " + word();
    }
    return "\"" + phrase + "\"";
  }
  std::string query;
  for (std::size_t i = 0, words = 1 + random() % 4; i < words; ++i) {
    static constexpr const char* kSigns[] = {"", "", "", "+", "-"};
    query += (query.empty() ? "" : " ") + std::string(kSigns[random() % 5]) + word();
  }
  return query;
}

enum class Reading : std::uint8_t { Mapped, ThroughXapian };

class Ranked {
 public:
  explicit Ranked(OpenIndex opened, Reading reading = Reading::Mapped)
      : index_(std::move(opened)),
        lexicon_(index_),
        binder_(lexicon_),
        reader_{index_.database, reading == Reading::Mapped ? index_.tables : nullptr},
        lengths_(reader_) {}

  bind::BoundQuery bind(const std::string& query) {
    const parse::AstPtr ast = parse::parse(query);
    return binder_.bind({query, *ast, bind::Syntax::Full, bind::MatchMode::Any, bind::Scope::Passage, {}});
  }

  std::vector<RankedPassage> best(const BagOfWords& query, std::size_t count) {
    return MaxScoreRetriever(reader_, query, {}, lengths_).best(count);
  }

  /// Every match weighed by itself.
  std::vector<RankedPassage> all(const bind::BoundQuery& bound, const BagOfWords& query) {
    std::vector<RankedPassage> passages;
    for (const Xapian::docid document :
         postings::matching_documents(index_.database, compile::Compiler(bound).query())) {
      double sum = 0;
      for (const double weight : MaxScoreRetriever(reader_, query, {}, lengths_).weights_in(document)) {
        sum += weight;
      }
      passages.push_back({document, sum});
    }
    std::ranges::sort(passages, [](const RankedPassage& a, const RankedPassage& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
    });
    return passages;
  }

  [[nodiscard]] const Xapian::Database& database() const { return index_.database; }
  [[nodiscard]] bool reads_mapped() const { return reader_.mapped != nullptr; }

 private:
  OpenIndex index_;
  postings::IndexLexicon lexicon_;
  bind::Binder binder_;
  postings::IndexReader reader_;
  postings::DocLengths lengths_;
};

void check_same(const std::vector<RankedPassage>& found, const std::vector<RankedPassage>& all, std::size_t count) {
  const double last = all.empty() ? 0 : all[std::min(count, all.size()) - 1].weight;
  const auto sure = static_cast<std::size_t>(
      std::ranges::count_if(all, [last](const RankedPassage& p) { return p.weight > last + 2 * kEqualWeights; }));
  REQUIRE(found.size() >= std::min(count, all.size()));
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) {
    CHECK(found[i].weight == doctest::Approx(all[i].weight).epsilon(1e-9));
  }
  for (std::size_t i = 0; i < sure; ++i) {
    CHECK(std::ranges::any_of(found, [&](const RankedPassage& p) { return p.document == all[i].document; }));
  }
  // All that equal the last are there: the slot Order decides between them.
  const auto equal = [last](const RankedPassage& p) { return std::abs(p.weight - last) < kEqualWeights / 2; };
  if (all.size() > count) {
    CHECK(std::ranges::count_if(found, equal) == std::ranges::count_if(all, equal));
  }
}

void check_random_queries(Ranked& ranked, unsigned queries) {
  std::mt19937 random(11);
  unsigned ranked_queries = 0;
  for (unsigned i = 0; i < queries; ++i) {
    const std::string text = random_query(random);
    CAPTURE(text);
    const bind::BoundQuery bound = ranked.bind(text);
    const auto words = bag_of_words(bound);
    if (!words) {
      continue;
    }
    ++ranked_queries;
    const std::vector<RankedPassage> all = ranked.all(bound, *words);
    for (const std::size_t count : {1U, 10U, 100U}) {
      CAPTURE(count);
      check_same(ranked.best(*words, count), all, count);
    }
  }
  CHECK(ranked_queries > queries / 2);
}

}  // namespace

TEST_CASE("words are ranked as if every match were weighed, whatever is skipped") {
  const SmallIndex index(many_articles(5000));
  Ranked mapped(index.open());
  CHECK(mapped.reads_mapped());
  check_random_queries(mapped, 60);
  Ranked through_xapian(index.open(), Reading::ThroughXapian);
  check_random_queries(through_xapian, 30);
}

TEST_CASE("words of several shards are ranked as those of one") {
  const test::ShardedIndex shards(many_articles(600));
  Ranked ranked(shards.open_shards());
  check_random_queries(ranked, 60);
}

TEST_CASE("words weigh what Xapian's BM25 gives them") {
  const SmallIndex index(many_articles(500));
  Ranked ranked(index.open());
  for (const char* query : {"reef", "harbour tanker", "+sea +vote", "\"the sea\"", "strike -sea"}) {
    CAPTURE(query);
    const bind::BoundQuery bound = ranked.bind(query);
    const auto words = bag_of_words(bound);
    REQUIRE(words);
    const RankingParameters parameters;
    Xapian::Enquire enquire(ranked.database());
    enquire.set_query(compile::Compiler(bound).query());
    enquire.set_weighting_scheme(Xapian::BM25Weight(parameters.k1, 0, 1000, parameters.b, 0));
    const Xapian::MSet expected = enquire.get_mset(0, 20);
    const std::vector<RankedPassage> found = ranked.best(*words, 20);
    REQUIRE(found.size() >= expected.size());
    for (Xapian::doccount i = 0; i < expected.size(); ++i) {
      // Xapian rounds how many documents contain any of several forms.
      CHECK(found[i].weight == doctest::Approx(expected[i].get_weight()).epsilon(0.01));
    }
  }
}

TEST_CASE("only queries of words are ranked without Xapian's matcher") {
  const SmallIndex index(many_articles(50));
  Ranked ranked(index.open());
  for (const char* query : {"harbour", "harbour sea", "+harbour -sea vote", "\"sea wall\""}) {
    CAPTURE(query);
    CHECK(bag_of_words(ranked.bind(query)).has_value());
  }
  for (const char* query : {"harbour source:post", "harb*", "sea NEAR/3 wall", "NOT sea", "-sea", "sea AND wall",
                            "\"sea wall\" harbour", "\u6e2f\u53e3", "after:2024 sea"}) {
    CAPTURE(query);
    CHECK_FALSE(bag_of_words(ranked.bind(query)).has_value());
  }
}

}  // namespace nutgraf::search::rank
