// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

/// How evenly something occurs over the parts of a corpus: its sources, its years.
namespace nutgraf::view {

struct CorpusPart {
  std::uint64_t occurrences = 0;
  std::uint64_t tokens = 0;
};

/// All 0 where nothing occurs.
struct Dispersion {
  /// Half the sum of the differences between a part's share of the occurrences and its share of the tokens: 0 where
  /// both agree, near 1 where all occur in a small part. Gries 2008, Dispersions and adjusted frequencies in corpora.
  double dp = 0;
  /// DP through its greatest possible value, 1 less the smallest part's share. Lijffijt and Gries 2012.
  double dp_norm = 0;
  /// Juilland's D of relative frequencies: 1 - V / sqrt(n - 1), with V their standard deviation (of n) through their
  /// mean; 1 where they are equal. Juilland, Brodin and Davidovitch 1970.
  double juilland_d = 0;
};

/// Parts without tokens do not count.
[[nodiscard]] Dispersion dispersion(std::span<const CorpusPart> parts);

}  // namespace nutgraf::view
