// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/keyness.h"

#include <algorithm>
#include <cmath>

#include "query/view/contingency.h"

namespace nutgraf::view {
namespace {

// A word may count more than its tokens: a token's variants are words too.
double others(std::uint64_t tokens, std::uint64_t count) {
  return tokens > count ? static_cast<double>(tokens - count) : 0;
}

Contingency table_of(const KeynessCounts& counts) {
  return {static_cast<double>(counts.a), static_cast<double>(counts.b), others(counts.tokens_a, counts.a),
          others(counts.tokens_b, counts.b)};
}

double relative(std::uint64_t count, std::uint64_t tokens) {
  constexpr double kInsteadOfNone = 0.5;
  return (count == 0 ? kInsteadOfNone : static_cast<double>(count)) /
         static_cast<double>(std::max<std::uint64_t>(tokens, 1));
}

}  // namespace

double log_likelihood(const KeynessCounts& counts) {
  return g_squared(table_of(counts));
}

double chi_square(const KeynessCounts& counts) {
  const Contingency t = table_of(counts);
  const double n = t.sum();
  const double distance = t.a * t.d - t.b * t.c;
  const double sums = (t.a + t.b) * (t.c + t.d) * (t.a + t.c) * (t.b + t.d);
  return sums > 0 ? n * distance * distance / sums : 0;
}

double log_ratio(const KeynessCounts& counts) {
  return std::log2(relative(counts.a, counts.tokens_a) / relative(counts.b, counts.tokens_b));
}

double per_million(std::uint64_t count, std::uint64_t tokens) {
  constexpr double kMillion = 1e6;
  return tokens == 0 ? 0 : static_cast<double>(count) * kMillion / static_cast<double>(tokens);
}

}  // namespace nutgraf::view
