// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

/// How strongly two words belong together, from counts alone.
namespace nutgraf::view {

/// What was counted of a node (the query) and a word near it.
struct PairCounts {
  std::uint64_t pair = 0;    // places of the word near a node
  std::uint64_t node = 0;    // places of the node
  std::uint64_t word = 0;    // places of the word anywhere
  std::uint64_t window = 0;  // distinct tokens near nodes
  std::uint64_t tokens = 0;  // of the corpus
};

/// 14 + log2(2 pair / (node + word)): at most 14, the same in corpora of any size. Rychly 2008, A
/// lexicographer-friendly association score.
[[nodiscard]] double log_dice(const PairCounts& counts);
/// log2(pair tokens / (node word)). Church and Hanks 1990, Word association norms, mutual information and lexicography.
[[nodiscard]] double mutual_information(const PairCounts& counts);
/// The same with pair to the third power: rare pairs count less. Daille 1994.
[[nodiscard]] double mutual_information_cubed(const PairCounts& counts);
/// (pair - node word / tokens) / sqrt(pair). Church, Gale, Hanks and Hindle 1991, Using statistics in lexical analysis.
[[nodiscard]] double t_score(const PairCounts& counts);
/// G2 (Dunning 1993) of tokens near nodes against all others that are no nodes. Evert 2008, Corpora and collocations:
/// surface cooccurrence.
[[nodiscard]] double log_likelihood(const PairCounts& counts);

}  // namespace nutgraf::view
