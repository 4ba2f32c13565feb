// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

/// How much more frequent a word is in one text than in another, from counts alone.
namespace nutgraf::view {

/// Of a word in two texts A and B, with all tokens of each.
struct KeynessCounts {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  std::uint64_t tokens_a = 0;
  std::uint64_t tokens_b = 0;
};

/// Of the four cells (the word and all others, in A and B): 2 sum O ln(O / E). Dunning 1993, Accurate methods for the
/// statistics of surprise and coincidence. Never negative, up to rounding; says nothing of the direction.
[[nodiscard]] double log_likelihood(const KeynessCounts& counts);
/// Pearson's of the same cells, N (ad - bc)^2 over the product of the sums, without a correction for continuity.
[[nodiscard]] double chi_square(const KeynessCounts& counts);
/// log2 of the ratio of the relative frequencies, a count of 0 taken as 0.5: +1 is twice as frequent in A. Hardie 2014,
/// Log Ratio: an informal introduction.
[[nodiscard]] double log_ratio(const KeynessCounts& counts);
/// Per million tokens; 0 where there are none.
[[nodiscard]] double per_million(std::uint64_t count, std::uint64_t tokens);

}  // namespace nutgraf::view
