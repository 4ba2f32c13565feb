// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/association.h"

#include <cmath>

#include "query/view/contingency.h"

namespace nutgraf::view {
namespace {

double real(std::uint64_t count) {
  return static_cast<double>(count);
}

double difference(std::uint64_t from, std::uint64_t less) {
  return from > less ? real(from - less) : 0;
}

}  // namespace

double log_dice(const PairCounts& counts) {
  return 14 + std::log2(2 * real(counts.pair) / (real(counts.node) + real(counts.word)));
}

double mutual_information(const PairCounts& counts) {
  return std::log2(real(counts.pair) * real(counts.tokens) / (real(counts.node) * real(counts.word)));
}

double mutual_information_cubed(const PairCounts& counts) {
  return mutual_information(counts) + 2 * std::log2(real(counts.pair));
}

double t_score(const PairCounts& counts) {
  const double expected = real(counts.node) * real(counts.word) / real(counts.tokens);
  return (real(counts.pair) - expected) / std::sqrt(real(counts.pair));
}

double log_likelihood(const PairCounts& counts) {
  const double elsewhere = difference(counts.word, counts.pair);
  const double others = difference(counts.tokens, counts.node + counts.window);
  return g_squared({real(counts.pair), difference(counts.window, counts.pair), elsewhere,
                    others > elsewhere ? others - elsewhere : 0});
}

}  // namespace nutgraf::view
