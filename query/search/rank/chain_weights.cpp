// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/chain_weights.h"

#include <algorithm>
#include <cmath>

namespace nutgraf::search::rank {

void ChainWeights::count(const std::vector<std::size_t>& standing) {
  ++all_passages_;
  for (const std::size_t chain : standing) {
    ++passages_[chain];
  }
}

double ChainWeights::heaviest(const std::vector<std::size_t>& standing) const {
  double most = 0;
  for (const std::size_t chain : standing) {
    most = std::max(most, share_of(static_cast<double>(passages_[chain])) * weight(chains_.all()[chain]));
  }
  return most;
}

double ChainWeights::usual_weight(std::size_t chain) const {
  return share_of(parameters_.chain_window) * weight(chains_.all()[chain]);
}

double ChainWeights::share_of(double passages) const {
  const auto all = static_cast<double>(std::min<std::size_t>(all_passages_, parameters_.window));
  return passages / (passages + parameters_.chain_holders * all);
}

bool ChainWeights::holds_all(const std::vector<std::size_t>& standing) const {
  return std::any_of(standing.begin(), standing.end(),
                     [this](std::size_t chain) { return chains_.all()[chain].is_whole; });
}

/// The larger a chain's share of the query, in words and in weight, the more it weighs; the less, the rarer a word
/// beside it: one that hardly any passage has says more than a term.
double ChainWeights::weight(const Chain& chain) const {
  const double share = std::pow(chain.share, parameters_.chain_power) *
                       std::pow(chain.weight / chains_.total(), parameters_.weight_power);
  const double rest = std::pow(1 - std::min(1.0, chain.beside / rarest_), parameters_.rarity_power);
  return parameters_.chain * chains_.total() * share * rest;
}

}  // namespace nutgraf::search::rank
