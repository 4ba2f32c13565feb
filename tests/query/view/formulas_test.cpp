// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "query/view/association.h"
#include "query/view/contingency.h"
#include "query/view/keyness.h"

namespace nutgraf::test {

TEST_CASE("keyness of the worked example of quanteda") {
  // d1 = "b b b b b b b a a a", d2 = "a a a a a a a b b"
  const view::KeynessCounts a{3, 7, 10, 9};
  const view::KeynessCounts b{7, 2, 10, 9};
  CHECK(view::log_likelihood(a) == doctest::Approx(4.534939).epsilon(1e-6));
  CHECK(view::chi_square(a) == doctest::Approx(4.337160).epsilon(1e-6));
  CHECK(view::log_likelihood(b) == doctest::Approx(view::log_likelihood(a)));
  CHECK(view::log_ratio(a) == doctest::Approx(std::log2((3.0 / 10) / (7.0 / 9))));
  CHECK(view::log_ratio(b) > 0);
}

TEST_CASE("keyness at the edges") {
  CHECK(view::log_likelihood(view::KeynessCounts{5, 5, 100, 100}) == doctest::Approx(0));
  CHECK(view::chi_square({5, 5, 100, 100}) == doctest::Approx(0));
  CHECK(view::log_ratio({5, 5, 100, 100}) == doctest::Approx(0));
  CHECK(view::log_ratio({4, 0, 100, 100}) == doctest::Approx(3));  // 4 against 0.5
  CHECK(std::isfinite(view::log_likelihood(view::KeynessCounts{3, 0, 3, 0})));
  CHECK(view::chi_square({3, 0, 3, 0}) == 0);
  CHECK(std::isfinite(view::log_ratio({0, 0, 0, 0})));
  CHECK(view::per_million(2, 1000) == doctest::Approx(2000));
  CHECK(view::per_million(2, 0) == 0);
}

TEST_CASE("G2 of a table worked out by hand") {
  // 10 20 / 30 40: expected 12 18 / 28 42.
  const double by_hand =
      2 * (10 * std::log(10.0 / 12) + 20 * std::log(20.0 / 18) + 30 * std::log(30.0 / 28) + 40 * std::log(40.0 / 42));
  CHECK(view::g_squared({10, 20, 30, 40}) == doctest::Approx(by_hand));
  CHECK(view::g_squared({0, 0, 0, 0}) == 0);
}

TEST_CASE("association of a pair worked out by hand") {
  // 8 pairs of 32 nodes and 16 words in 4096 tokens, 128 of them near nodes.
  const view::PairCounts counts{8, 32, 16, 128, 4096};
  CHECK(view::log_dice(counts) == doctest::Approx(14 + std::log2(16.0 / 48)));
  CHECK(view::mutual_information(counts) == doctest::Approx(6));  // 8 * 4096 / (32 * 16) = 64
  CHECK(view::mutual_information_cubed(counts) == doctest::Approx(12));
  CHECK(view::t_score(counts) == doctest::Approx((8 - 0.125) / std::sqrt(8.0)));
  CHECK(view::log_likelihood(counts) == doctest::Approx(view::g_squared({8, 120, 8, 4096 - 32 - 128 - 8})));
}

TEST_CASE("logDice is 14 for words that are never apart, and one less is half as often") {
  CHECK(view::log_dice({5, 5, 5, 10, 1000}) == doctest::Approx(14));
  CHECK(view::log_dice({5, 10, 10, 10, 1000}) == doctest::Approx(13));
}

}  // namespace nutgraf::test
