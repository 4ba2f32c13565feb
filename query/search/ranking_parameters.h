// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace nutgraf {

/// Every number that ranking depends on, chosen once over all judged collections. Weights of evidence are in units of a
/// word's inverse document frequency.
struct RankingParameters {
  double k1 = 1.5;
  double b = 0.75;
  double ordered = 0.2;  // two neighbours of the query side by side and in order
  double near = 0.1;     // two neighbours of the query within near_span positions
  std::uint32_t near_span = 8;
  double typed = 0.1;                // the form typed stands in the passage
  double title = 0.3;                // the word stands in the title
  double article = 1.0;              // times BM25 of the whole article, where words are ranked, not required
  std::uint32_t window = 100;        // passages that are rescored
  std::uint32_t phrase_window = 50;  // and those that hold the whole query as a phrase
  std::uint32_t exact_total = 1000;  // totals are exact up to this many matching passages
};

}  // namespace nutgraf
