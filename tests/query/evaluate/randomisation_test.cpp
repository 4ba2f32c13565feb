// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/randomisation.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/base/failure.h"
#include "query/evaluate/run_file.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {

using evaluate::randomisation_p;

TEST_CASE("few pairs: every toss is counted") {
  // All of one sign: only all heads and all tails are as extreme.
  CHECK(evaluate::randomisation_p(std::vector<double>{0.1, 0.2, 0.3}, {}) == doctest::Approx(2.0 / 8));
  // 3 - 1 = 2: sums are 4, 2, -2, -4, all as extreme.
  CHECK(evaluate::randomisation_p(std::vector<double>{3, -1}, {}) == doctest::Approx(1));
  // 0.5 0.3 -0.1: |0.7| is reached by four of eight tosses.
  CHECK(evaluate::randomisation_p(std::vector<double>{0.5, 0.3, -0.1}, {}) == doctest::Approx(4.0 / 8));
  CHECK(evaluate::randomisation_p(std::vector<double>{0.5, 0, 0}, {}) == doctest::Approx(1));
  CHECK(evaluate::randomisation_p({}, {}) == doctest::Approx(1));
}

TEST_CASE("many pairs: drawn by chance, the same for the same seed, near the exact value") {
  // 24 equal differences, 18 up and 6 down: as extreme are 18 or more heads or tails of 24.
  std::vector<double> differences(18, 0.1);
  differences.insert(differences.end(), 6, -0.1);
  double exact = 0;
  for (int k = 18; k <= 24; ++k) {
    exact += 2 * std::exp(std::lgamma(25.0) - std::lgamma(k + 1.0) - std::lgamma(25.0 - k) - 24 * std::log(2.0));
  }
  const double p = evaluate::randomisation_p(differences, {100000, 1});
  CHECK(p == doctest::Approx(exact).epsilon(0.1));
  CHECK(p == evaluate::randomisation_p(differences, {100000, 1}));
  CHECK(p != evaluate::randomisation_p(differences, {100000, 2}));
  // Never 0, however clear.
  CHECK(evaluate::randomisation_p(std::vector<double>(100, 1.0), {10000, 1}) == doctest::Approx(1.0 / 10001));
}

TEST_CASE("runs in TREC format") {
  const TempDir temp;
  const auto run =
      evaluate::read_run(temp.write("run", "q1 Q0 a 1 2.5 me\r\n\nq1 Q0 b 2 1e-3 me\nq2 Q0 a 1 9 me\n").string());
  REQUIRE(run.size() == 2);
  REQUIRE(run.at("q1").size() == 2);
  CHECK(run.at("q1")[1].docno == "b");
  CHECK(run.at("q1")[1].score == doctest::Approx(0.001));
  for (const char* text : {"q1 Q0 a 1 x me\n", "q1 0 a 1\n", "q1 Q0 a 1 2 me\nq1 Q0 a 2 1 me\n"}) {
    CHECK_THROWS_AS((void)evaluate::read_run(temp.write("bad", text).string()), Failure);
  }
}

}  // namespace nutgraf::test
