// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/chain_scores.h"

#include <algorithm>
#include <cstddef>

namespace nutgraf::search::rank {
namespace {

struct ChainPassages {
  double weight = 0;
  double share = 0;                   // of the query's content words
  std::vector<std::size_t> passages;  // that contain it, of the candidates
};

/// Those that occur in a candidate.
std::vector<ChainPassages> lightest_first(const Chains& chains, const ChainWeights& weights,
                                          const std::vector<ScoredPassage>& candidates) {
  std::vector<ChainPassages> found(chains.all().size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (const std::size_t chain : candidates[i].chains) {
      found[chain].passages.push_back(i);
    }
  }
  for (std::size_t chain = 0; chain < found.size(); ++chain) {
    found[chain].share = chains.all()[chain].share;
    found[chain].weight = weights.weight(chain);
  }
  std::erase_if(found, [](const ChainPassages& chain) { return chain.passages.empty(); });
  std::ranges::stable_sort(found, {}, &ChainPassages::weight);
  return found;
}

}  // namespace

void score_chains(const Chains& chains, const ChainWeights& weights, const RankingParameters& parameters,
                  std::vector<ScoredPassage>& candidates) {
  const auto score = [](const ScoredPassage& candidate) { return candidate.words + candidate.parts.sum(); };
  std::vector<double> others(candidates.size());  // scores without chains
  std::ranges::transform(candidates, others.begin(), score);
  double top = others.empty() ? 0 : std::ranges::max(others);
  // So that the best passage with the heaviest chain leads, whatever lighter ones are worth to others.
  for (const ChainPassages& chain : lightest_first(chains, weights, candidates)) {
    double best = 0;
    for (const std::size_t passage : chain.passages) {
      best = std::max(best, others[passage]);
    }
    const double enough = top - best + weights.margin();
    const double worth = chain.share < parameters.leading_share ? std::min(chain.weight, enough) : chain.weight;
    for (const std::size_t passage : chain.passages) {
      candidates[passage].parts.chain = std::max(candidates[passage].parts.chain, worth);
      top = std::max(top, score(candidates[passage]));
    }
  }
}

}  // namespace nutgraf::search::rank
