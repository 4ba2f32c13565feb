// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "query/search/searcher.h"
#include "tests/query/sharded_index.h"
#include "tests/query/small_index.h"

namespace nutgraf::search {
namespace {

using test::SmallArticle;
using test::SmallIndex;

Request request_of(const std::string& query) {
  Request request;
  request.query = query;
  return request;
}

Request request_of(const std::string& query, bind::Filter filter) {
  Request request = request_of(query);
  request.filters.push_back(std::move(filter));
  return request;
}

bind::Filter language(const std::string& code) {
  return bind::field_filter("lang", code, "--lang " + code);
}

const std::vector<SmallArticle>& harbour() {
  static const std::vector<SmallArticle> articles = {
      {"a", "The old harbour wall fell. Men saw the harbour wall fall.", "Harbour news", "2024-01-31", "en",
       "The Post"},
      {"b", "A harbour without a wall is a beach.", "", "2024-03-01", "en", "the post", {"Sea", "Walls"}},
      {"c", "Der Hafen schläft.", "", "2024-02-10", "de", "Blatt", {"sea"}},
      {"d", "The harbour master's boat left the harbour.", "", "", "en", ""}};
  return articles;
}

std::vector<std::string> printed(const std::vector<view::Facet>& facets) {
  std::vector<std::string> out;
  for (const view::Facet& facet : facets) {
    out.push_back(facet.field + " " + facet.value.value_or("-") + " " + std::to_string(facet.passages) + " " +
                  std::to_string(facet.articles));
  }
  return out;
}

std::vector<view::ConcordanceLine> lines_of(Searcher& searcher, const std::string& query,
                                            view::ConcordanceOptions options = {}) {
  std::vector<view::ConcordanceLine> lines;
  searcher.concordance(request_of(query), options, [&](const view::ConcordanceLine& line) { lines.push_back(line); });
  return lines;
}

}  // namespace

TEST_CASE("trend: matches by day beside all tokens of the day under the same filters") {
  const SmallIndex index(harbour());
  Searcher searcher(index.open());
  const view::Timeline all = searcher.trend(request_of("harbour"));
  REQUIRE(all.days.size() == 3);
  const auto on = [](const view::Timeline& timeline, schema::Day day) {
    return timeline.days.at(schema::days_since_1970(day));
  };
  CHECK(on(all, {2024, 1, 31}) == view::DayCounts{1, 1, 3, 13});  // the title is its first paragraph
  CHECK(on(all, {2024, 2, 10}) == view::DayCounts{0, 0, 0, 3});
  CHECK(on(all, {2024, 3, 1}) == view::DayCounts{1, 1, 1, 8});
  CHECK(all.undated == view::DayCounts{1, 1, 2, 7});
  const view::Timeline english = searcher.trend(request_of("harbour", language("en")));
  CHECK(english.days.size() == 2);
  // A field of the query filters as an option does.
  const view::Timeline german = searcher.trend(request_of("hafen lang:de"));
  CHECK(german.days.size() == 1);
  CHECK(on(german, {2024, 2, 10}) == view::DayCounts{1, 1, 1, 3});
  CHECK(searcher.trend(request_of("harbour", bind::since_filter("2024-02"))).undated == view::DayCounts{});
}

TEST_CASE("trend by day and facets by day agree on what names only its month") {
  const SmallIndex index({{"m", "A harbour of the month.", "", "2025-02"},
                          {"first", "A harbour of the first.", "", "2025-02-01"},
                          {"n", "The harbour, again.", "", "2025-02"},
                          {"u", "A harbour.", "", ""}});
  Searcher searcher(index.open());
  const view::Timeline timeline = searcher.trend(request_of("harbour"));
  const std::int64_t day = schema::days_since_1970({2025, 2, 1});
  CHECK(timeline.days == std::map<std::int64_t, view::DayCounts>{{day, {1, 1, 1, 5}}});
  CHECK(timeline.months == std::map<std::int64_t, view::DayCounts>{{day, {2, 2, 2, 8}}});
  CHECK(timeline.undated == view::DayCounts{1, 1, 1, 2});
  CHECK(printed(searcher.facets(request_of("harbour"), std::vector<std::string>{"day"})) ==
        std::vector<std::string>{"day 2025-02-01 1 1", "day - 3 3"});
  CHECK(searcher.count(request_of("harbour date:2025-02-01")).passages == 1);
}

TEST_CASE("trend, facets and kwic agree with count") {
  const SmallIndex index(harbour());
  Searcher searcher(index.open());
  for (const char* query :
       {"harbour", "\"harbour wall\"", "the", "harbour OR hafen", "wall -beach", "absent", "harbour NEAR/3 wall",
        "harbour NEAR/9 wall", "harbour AND harbour ADJ/1 wall", "(harbour NEAR/9 wall) NEAR/3 men",
        "harbour NOTNEAR/2 wall", "WITHIN sentence (harbour wall)", "harb*"}) {
    INFO(query);
    const Searcher::Counts counts = searcher.count(request_of(query));
    const view::Timeline timeline = searcher.trend(request_of(query));
    view::DayCounts sum = timeline.undated;
    for (const auto& [day, of_day] : timeline.days) {
      sum += of_day;
    }
    CHECK(sum.passages == counts.passages);
    CHECK(sum.articles == counts.articles);
    CHECK(sum.occurrences == counts.occurrences);
    CHECK(lines_of(searcher, query).size() == counts.occurrences);
    std::uint64_t passages = 0;
    for (const view::Facet& facet : searcher.facets(request_of(query), std::vector<std::string>{"source"})) {
      passages += facet.passages;
    }
    CHECK(passages == counts.passages);
  }
}

TEST_CASE("views over three shards show what they show over one") {
  const test::ShardedIndex index(harbour());
  Searcher one(index.open_whole());
  Searcher three(index.open_shards());
  for (const char* query : {"harbour", "\"harbour wall\"", "wall", "harbour NEAR/3 wall", "hafen"}) {
    INFO(std::string(query));
    const view::Timeline timeline = one.trend(request_of(query));
    const view::Timeline sharded = three.trend(request_of(query));
    CHECK(sharded.days == timeline.days);
    CHECK(sharded.undated == timeline.undated);
    const std::vector<std::string> fields{"source", "tag"};
    CHECK(printed(three.facets(request_of(query), fields)) == printed(one.facets(request_of(query), fields)));
    std::multiset<std::string> nodes;
    for (const view::ConcordanceLine& line : lines_of(one, query)) {
      nodes.insert(line.id + " " + line.left + "|" + line.node + "|" + line.right);
    }
    std::multiset<std::string> in_shards;
    for (const view::ConcordanceLine& line : lines_of(three, query)) {
      in_shards.insert(line.id + " " + line.left + "|" + line.node + "|" + line.right);
    }
    CHECK(in_shards == nodes);
    const view::CollocateOptions options;
    std::map<std::string, std::uint64_t> pairs;
    for (const view::Collocate& collocate : one.collocates(request_of(query), options)) {
      pairs[collocate.word] = collocate.counts.pair;
    }
    std::map<std::string, std::uint64_t> pairs_in_shards;
    for (const view::Collocate& collocate : three.collocates(request_of(query), options)) {
      pairs_in_shards[collocate.word] = collocate.counts.pair;
    }
    CHECK(pairs_in_shards == pairs);
  }
}

TEST_CASE("facets: folded values are one, shown as first written, most first, then by value, none last") {
  const SmallIndex index(harbour());
  Searcher searcher(index.open());
  using Fields = std::vector<std::string>;
  const auto facets = [&](const char* query, const Fields& fields) {
    return printed(searcher.facets(request_of(query), fields));
  };
  CHECK(facets("harbour", {"source"}) == Fields{"source The Post 2 2", "source - 1 1"});
  CHECK(facets("harbour OR hafen", {"tag"}) == Fields{"tag Sea 2 2", "tag Walls 1 1", "tag - 2 2"});
  CHECK(facets("harbour OR hafen", {"lang", "year"}) ==
        Fields{"lang en 3 3", "lang de 1 1", "year 2024 3 3", "year - 1 1"});
  CHECK(facets("harbour", {"month"}) == Fields{"month 2024-01 1 1", "month 2024-03 1 1", "month - 1 1"});
  CHECK(facets("absent", {"source"}).empty());
  for (const char* field : {"title", "id", "date", "nothing", "meta.nothing", ""}) {
    CHECK_THROWS_AS((void)facets("harbour", {field}), Failure);
  }
}

TEST_CASE("concordance: context, places, words to sort by") {
  const SmallIndex index(harbour());
  Searcher searcher(index.open());
  view::ConcordanceOptions words;
  words.context = {2, view::ContextUnit::Words};
  const auto lines = lines_of(searcher, "harbour", words);
  REQUIRE(lines.size() == 6);
  CHECK(lines[0].node == "Harbour");
  CHECK_FALSE(lines[0].place);  // in the title, which is no part of the passage's text
  CHECK(lines[1].id == "a");
  CHECK(lines[1].left == "The old ");
  CHECK(lines[1].right == " wall fell");
  CHECK(*lines[1].place == view::CodePoints{8, 15});
  CHECK(lines[1].words_left.empty());  // no order asks for them
  CHECK(lines[5].right == "");
  view::ConcordanceOptions sorted;
  sorted.sort = {1, -1};
  const auto by_word = lines_of(searcher, "harbour", sorted);
  // "." after the last; master's, news, wall, wall, without
  CHECK(by_word[1].words_right[0] == "master's");
  CHECK(by_word[3].words_left[0] == "old");
  CHECK(by_word[4].words_left[0] == "the");
  CHECK(by_word[3].words_right == std::vector<std::string>{"wall"});
  sorted.sort = {-5};
  CHECK(lines_of(searcher, "fell", sorted)[0].words_left ==
        std::vector<std::string>{"wall", "harbour", "old", "The", "news"});
  sorted.limit = 2;
  CHECK(lines_of(searcher, "harbour", sorted).size() == 2);
}

TEST_CASE("concordance of a script without blanks") {
  const SmallIndex index({{"zh", "这是一个问题，也是我们的问题。", "", "2024-01-01", "zh"}});
  Searcher searcher(index.open());
  const auto lines = lines_of(searcher, "问题");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].node == "问题");
  CHECK(lines[1].node == "问题");
  CHECK(lines[1].left == "这是一个问题，也是我们的");
  CHECK(*lines[1].place == view::CodePoints{12, 14});
}

TEST_CASE("a sample is the same for its seed, and a sample of all is all") {
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back({"d" + std::to_string(i), "A pier and a pier."});
  }
  const SmallIndex index(articles);
  std::reverse(articles.begin(), articles.end());
  const SmallIndex reversed(articles);
  Searcher searcher(index.open());
  Searcher other(reversed.open());
  const auto names = [](const std::vector<view::ConcordanceLine>& lines) {
    std::set<std::string> out;
    for (const view::ConcordanceLine& line : lines) {
      out.insert(line.id + "@" + std::to_string(line.place->begin));
    }
    return out;
  };
  view::ConcordanceOptions options;
  options.sample = 10;
  options.seed = 7;
  const auto first = names(lines_of(searcher, "pier", options));
  CHECK(first.size() == 10);
  CHECK(first == names(lines_of(searcher, "pier", options)));
  CHECK(first == names(lines_of(other, "pier", options)));
  options.seed = 8;
  CHECK(first != names(lines_of(searcher, "pier", options)));
  options.sample = 1000;
  CHECK(lines_of(searcher, "pier", options).size() == 80);
}

TEST_CASE("collocates: window, sentence, each place once") {
  const SmallIndex index(
      {{"a", "Red boats sail. The red boats of the red harbour sail home."}, {"b", "Home is home."}});
  Searcher searcher(index.open());
  const auto near = [&](const char* query, view::CollocateOptions options) {
    std::map<std::string, std::uint64_t> out;
    for (const view::Collocate& collocate : searcher.collocates(request_of(query), options)) {
      out[collocate.word] = collocate.counts.pair;
    }
    return out;
  };
  using Pairs = std::map<std::string, std::uint64_t>;
  CHECK(near("=boats", {{1, 1}, view::SpanLimit::Article}) == Pairs{{"red", 2}, {"sail", 1}, {"of", 1}});
  CHECK(near("=boats", {{0, 2}, view::SpanLimit::Article}) == Pairs{{"sail", 1}, {"the", 2}, {"of", 1}});
  CHECK(near("=boats", {{0, 2}, view::SpanLimit::Sentence}) == Pairs{{"sail", 1}, {"the", 1}, {"of", 1}});
  // "boats of the" lies between two nodes and counts once.
  CHECK(near("=red", {{3, 3}, view::SpanLimit::Sentence}) ==
        Pairs{{"boats", 2}, {"sail", 2}, {"the", 2}, {"of", 1}, {"harbour", 1}, {"home", 1}});
  // A match of NEAR is one node, and what lies in it is no neighbour.
  CHECK(near("sail ADJ/4 =boats", {{1, 1}, view::SpanLimit::Article}) == Pairs{{"boats", 1}, {"of", 1}});
  CHECK(near("absent", {}).empty());
  for (const view::Collocate& collocate : searcher.collocates(request_of("=boats"), {})) {
    if (collocate.word == "home") {
      CHECK(collocate.counts.word == 3);
    }
    CHECK(collocate.counts.node == 2);
    CHECK(collocate.counts.tokens == 15);
    CHECK(collocate.counts.pair <= collocate.counts.word);
  }
}

TEST_CASE("collocates: a window goes on in the passages beside") {
  std::string long_paragraph = "filler";
  for (int i = 0; i < 150; ++i) {
    long_paragraph += " filler";
  }
  const std::vector<SmallArticle> articles = {
      {"a", "Zero " + long_paragraph + " one two boat.\n\nThree four. " + long_paragraph + " five boat six.\n\nSeven " +
                long_paragraph + "."},
      {"b", "Eight " + long_paragraph + "."}};
  const test::ShardedIndex index(articles);
  for (Searcher* const searcher : {new Searcher(index.open_whole()), new Searcher(index.open_shards())}) {
    const std::unique_ptr<Searcher> owned(searcher);
    REQUIRE(owned->count(request_of("*")).passages > 3);
    const auto near = [&](view::CollocateOptions options) {
      std::map<std::string, std::uint64_t> out;
      for (const view::Collocate& collocate : owned->collocates(request_of("boat"), options)) {
        out[collocate.word] = collocate.counts.pair;
      }
      return out;
    };
    using Pairs = std::map<std::string, std::uint64_t>;
    CHECK(near({{0, 2}, view::SpanLimit::Article}) == Pairs{{"three", 1}, {"four", 1}, {"six", 1}, {"seven", 1}});
    CHECK(near({{2, 0}, view::SpanLimit::Article}) == Pairs{{"one", 1}, {"two", 1}, {"filler", 1}, {"five", 1}});
    CHECK(near({{0, 2}, view::SpanLimit::Sentence}) == Pairs{{"six", 1}});
  }
}

TEST_CASE("compare: what matches against the rest, or against another query") {
  const SmallIndex index({{"d1", "b b b b b b b a a a", "", "", "en", "one"},
                          {"d2", "a a a a a a a b b", "", "", "en", "two"},
                          {"d3", "c c", "", "", "de", "three"}});
  Searcher searcher(index.open());
  const auto words = [&](const Request& request, const Request* other) {
    std::map<std::string, view::KeynessCounts> out;
    for (const view::KeyWord& word : searcher.compare(request, other)) {
      out[word.word] = word.counts;
    }
    return out;
  };
  const Request two = request_of("source:two");
  const auto named = words(request_of("source:one"), &two);
  REQUIRE(named.size() == 2);
  CHECK(named.at("a").a == 3);
  CHECK(named.at("a").b == 7);
  CHECK(named.at("a").tokens_a == 10);
  CHECK(named.at("a").tokens_b == 9);
  CHECK(view::log_likelihood(named.at("a")) == doctest::Approx(4.534939).epsilon(1e-6));
  // The rest is what the filters of options let through, whatever the query itself says of fields.
  CHECK(words(request_of("=c"), nullptr).at("a").b == 10);
  CHECK(words(request_of("=c"), nullptr).at("c").tokens_b == 19);
  const auto english = words(request_of("source:one", language("en")), nullptr);
  CHECK(english.at("a").b == 7);
  CHECK(english.at("a").tokens_b == 9);
  CHECK(english.count("c") == 0);
}

TEST_CASE("feedback: words of the first passages find more, under the same filters") {
  std::vector<SmallArticle> articles = {{"a", "The ferry struck a mole."},
                                        {"b", "A mole is a long pier of stone."},
                                        {"c", "The pier of stone was long.", "", "", "de"},
                                        {"e", "Another mole on a lawn."}};
  for (int i = 0; i < 20; ++i) {
    articles.push_back({"x" + std::to_string(i), "Nothing to see here."});
  }
  const SmallIndex index(articles);
  Searcher searcher(index.open());
  const auto found = [&](Request request) {
    request.limit = 100;
    std::vector<std::string> ids;
    double last = 1e9;
    for (const view::Hit& hit : searcher.search(request).hits) {
      ids.push_back(hit.id);
      CHECK(hit.score <= last);
      last = hit.score;
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  using Ids = std::vector<std::string>;
  Request request = request_of("mole");
  CHECK(found(request) == Ids{"a", "b", "e"});
  request.feedback = Feedback::Expand;
  CHECK(found(request) == Ids{"a", "b", "c", "e"});
  request.filters.push_back(language("en"));
  CHECK(found(request) == Ids{"a", "b", "e"});
  // What demands a word is ranked anew, not widened.
  for (const char* query : {"+mole", "\"a mole\"", "mole AND a"}) {
    Request plain = request_of(query);
    const Ids before = found(plain);
    plain.feedback = Feedback::Expand;
    CHECK(found(plain) == before);
  }
  Request excluding = request_of("mole -stone");
  excluding.feedback = Feedback::Expand;
  CHECK(found(excluding) == Ids{"a", "e"});
}

TEST_CASE("the parts of an explained score are its sum, feedback too") {
  const SmallIndex index(harbour());
  Searcher searcher(index.open());
  Request request = request_of("harbour wall");
  request.feedback = Feedback::Expand;
  request.explain = Explain::Yes;
  for (const RankBy rank : {RankBy::Full, RankBy::Words}) {
    request.rank = rank;
    const view::Answer answer = searcher.search(request);
    REQUIRE(!answer.hits.empty());
    for (const view::Hit& hit : answer.hits) {
      double sum = 0;
      for (std::size_t i = 0; i + 1 < hit.explanation.size(); ++i) {
        sum += std::stod(hit.explanation[i]);
      }
      CHECK(sum == doctest::Approx(hit.score).epsilon(1e-4));
    }
  }
}

TEST_CASE("similar: other articles that share words, never the article itself") {
  const SmallIndex index({{"a", "Ferries and piers of the northern sea."},
                          {"b", "Piers rot in the northern sea."},
                          {"c", "A recipe for soup."},
                          {"d#0", "Ferries burn."},
                          {"u", "unique"}});
  Searcher searcher(index.open());
  const view::Answer answer = searcher.similar(request_of(""), "a");
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].id == "b");
  CHECK(answer.hits[1].id == "d#0");
  CHECK(searcher.similar(request_of(""), "a#0").hits.size() == 2);
  CHECK(searcher.similar(request_of(""), "d#0").hits.front().id == "a");
  CHECK(searcher.similar(request_of(""), "u").hits.empty());
  CHECK_THROWS_AS((void)searcher.similar(request_of(""), "absent"), Failure);
  CHECK_THROWS_AS((void)searcher.similar(request_of(""), "a#7"), Failure);
}

}  // namespace nutgraf::search
