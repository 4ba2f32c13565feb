// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/measures.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

using evaluate::Qrels;
using evaluate::RankedDocument;
using evaluate::read_qrels;

/// One value by the name of its measure.
class Values {
 public:
  Values(std::vector<evaluate::RankedDocument> run, const evaluate::Judgments& judgments)
      : measures_(evaluate::usual_measures()), values_(evaluate::measure(std::move(run), judgments, measures_)) {}

  double operator[](std::string_view key) const {
    for (std::size_t i = 0; i < measures_.size(); ++i) {
      if (evaluate::key_of(measures_[i]) == key) {
        return values_[i];
      }
    }
    FAIL("no such measure");
    return 0;
  }

 private:
  std::vector<evaluate::Measure> measures_;
  std::vector<double> values_;
};

}  // namespace

TEST_CASE("measures against values worked out by hand") {
  // a 3, b 0, c 1, d 2 judged; the run is x a b c (x unjudged), d is missing.
  const evaluate::Judgments judgments = {{"a", 3}, {"b", 0}, {"c", 1}, {"d", 2}};
  const Values m({{"x", 9}, {"a", 8}, {"b", 7}, {"c", 6}}, judgments);
  CHECK(m["map"] == doctest::Approx((1.0 / 2 + 2.0 / 4) / 3));
  CHECK(m["mrr"] == doctest::Approx(0.5));
  CHECK(m["p@10"] == doctest::Approx(0.2));
  CHECK(m["r@100"] == doctest::Approx(2.0 / 3));
  CHECK(m["r@1000"] == doctest::Approx(2.0 / 3));
  const double gain = 3 / std::log2(3) + 1 / std::log2(5);
  const double ideal = 3 / std::log2(2) + 2 / std::log2(3) + 1 / std::log2(4);
  CHECK(m["ndcg@10"] == doctest::Approx(gain / ideal));
  // bpref: a has no judged non-relevant above (1), c has one of one (0), d is missing: 1/3.
  CHECK(m["bpref"] == doctest::Approx(1.0 / 3));
}

TEST_CASE("bpref counts at most as many non-relevant ones as there are relevant") {
  const evaluate::Judgments judgments = {{"r1", 1}, {"r2", 1}, {"n1", 0}, {"n2", 0}, {"n3", 0}};
  // r1 above all: 1; r2 below one of min(3, 2): 1 - 1/2.
  CHECK(Values({{"r1", 5}, {"n1", 4}, {"r2", 3}, {"n2", 2}, {"n3", 1}}, judgments)["bpref"] == doctest::Approx(0.75));
  // r2 below three, counted as two: 0.
  CHECK(Values({{"r1", 5}, {"n1", 4}, {"n2", 3}, {"n3", 2}, {"r2", 1}}, judgments)["bpref"] == doctest::Approx(0.5));
}

TEST_CASE("equal scores rank by docno descending, whatever the order given") {
  const evaluate::Judgments judgments = {{"a", 1}};
  CHECK(Values({{"a", 1}, {"b", 1}, {"c", 1}}, judgments)["mrr"] == doctest::Approx(1.0 / 3));
  CHECK(Values({{"c", 1}, {"b", 1}, {"a", 1}}, judgments)["mrr"] == doctest::Approx(1.0 / 3));
  CHECK(Values({{"0", 1}, {"a", 1}}, judgments)["mrr"] == doctest::Approx(1));
}

TEST_CASE("nothing found, nothing relevant, perfect") {
  CHECK(Values({}, {{"a", 1}})["map"] == 0);
  CHECK(Values({{"a", 1}}, {{"a", 0}})["map"] == 0);
  CHECK(Values({{"a", 1}}, {})["ndcg@10"] == 0);
  const Values m({{"a", 2}, {"b", 1}}, {{"a", 2}, {"b", 1}});
  for (const evaluate::Measure& measure : evaluate::usual_measures()) {
    const std::string key = evaluate::key_of(measure);
    CHECK_MESSAGE(m[key] == doctest::Approx(key == "p@10" ? 0.2 : 1), key);
  }
}

TEST_CASE("only the first ten count for nDCG and P, a hundred for R@100") {
  evaluate::Judgments judgments;
  std::vector<evaluate::RankedDocument> run;
  for (int i = 0; i < 200; ++i) {
    run.push_back({"d" + std::to_string(i), 1000.0 - i});
  }
  judgments["d10"] = 1;
  judgments["d100"] = 1;
  const Values m(run, judgments);
  CHECK(m["p@10"] == 0);
  CHECK(m["ndcg@10"] == 0);
  CHECK(m["r@100"] == doctest::Approx(0.5));
  CHECK(m["r@1000"] == doctest::Approx(1));
}

TEST_CASE("scores are compared in single precision, as trec_eval reads them") {
  const evaluate::Judgments judgments = {{"a", 1}};
  CHECK(Values({{"a", 20.0000004}, {"b", 20.0000003}}, judgments)["mrr"] == doctest::Approx(0.5));
}

TEST_CASE("a negative grade that counts is judged, not relevant, and gains nothing") {
  const evaluate::Judgments judgments = {{"bad", -2}, {"good", 1}};
  const Values m({{"bad", 2}, {"good", 1}}, judgments);
  CHECK(m["ndcg@10"] == doctest::Approx(1 / std::log2(3)));
  CHECK(m["bpref"] == doctest::Approx(0));
  const TempDir temp;
  const std::string file = temp.write("qrels.txt", "q 0 bad -2\nq 0 good 1\n").string();
  CHECK(evaluate::read_qrels(file).queries.at("q").size() == 1);
  CHECK(evaluate::read_qrels(file, evaluate::NegativeGrades::NotRelevant).queries.at("q") == judgments);
}

TEST_CASE("names of measures") {
  for (const char* key : {"map", "ndcg@5", "p@20", "r@7", "mrr", "bpref"}) {
    const auto found = evaluate::find_measure(key);
    REQUIRE_MESSAGE(found, key);
    CHECK(evaluate::key_of(*found) == key);
  }
  for (const char* key : {"", "map@5", "ndcg", "p@", "p@0", "p@x", "f1", "P@5"}) {
    CHECK_MESSAGE(!evaluate::find_measure(key), key);
  }
}

TEST_CASE("judgment files") {
  const TempDir temp;
  const auto file = temp.write("qrels.txt", "q1 0 a 1\r\nq1\t0\tb\t0\n\nq2 0 a#3 2\nq2 0 z -1\nq1 0 a 2\n");
  const evaluate::Qrels qrels = evaluate::read_qrels(file.string());
  CHECK(qrels.queries.size() == 2);
  CHECK(qrels.queries.at("q1") == evaluate::Judgments{{"a", 2}, {"b", 0}});
  CHECK(qrels.queries.at("q2") == evaluate::Judgments{{"a#3", 2}});
  const auto beir = temp.write("beir.tsv", "query-id\tcorpus-id\tscore\n1\td1\t1\n");
  CHECK(evaluate::read_qrels(beir.string()).queries.at("1") == evaluate::Judgments{{"d1", 1}});
  const auto bad = temp.write("bad.txt", "q1 0 a 1\nq1 0 b yes\n");
  try {
    (void)evaluate::read_qrels(bad.string());
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Usage);
    CHECK(std::string(failure.what()).find("bad.txt:2:") != std::string::npos);
  }
  CHECK_THROWS_AS((void)evaluate::read_qrels((temp.path() / "absent").string()), Failure);
}

}  // namespace nutgraf::test
