// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "query/search/rank/bm25.h"
#include "query/search/rank/chains.h"

namespace nutgraf::search::rank {

/// What chains are worth to the passages in which they stand, as typed.
class ChainWeights {
 public:
  /// `rarest`: what a word of one passage weighs.
  ChainWeights(const Chains& chains, const RankingParameters& parameters, double rarest)
      : chains_(chains), parameters_(parameters), rarest_(rarest), passages_(chains.all().size()) {}

  /// Another of the passages that are rescored, and the chains in it. All of them are counted before any is weighed.
  void count(const std::vector<std::size_t>& standing);
  /// In how many of them it stands.
  [[nodiscard]] const std::vector<std::size_t>& passages() const { return passages_; }
  /// Of the heaviest. What many passages say is a term; what one says may stand there by chance.
  [[nodiscard]] double heaviest(const std::vector<std::size_t>& standing) const;
  /// What it is worth where as many passages as are looked for hold it.
  [[nodiscard]] double usual_weight(std::size_t chain) const;
  /// Is one of them all content words of the query?
  [[nodiscard]] bool holds_all(const std::vector<std::size_t>& standing) const;

 private:
  [[nodiscard]] double share_of(double passages) const;
  [[nodiscard]] double weight(const Chain& chain) const;

  const Chains& chains_;
  const RankingParameters& parameters_;
  double rarest_;
  std::vector<std::size_t> passages_;  // by chain
  std::size_t all_passages_ = 0;
};

}  // namespace nutgraf::search::rank
