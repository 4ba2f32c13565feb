// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace nutgraf::evaluate {

struct PairedTest {
  std::uint64_t permutations = 100000;
  std::uint64_t seed = 1;
};

/// The chance that means of paired values differ at least as much, in either direction, if it were a coin's toss which
/// value of each pair belongs to which system: Fisher's randomisation test. Smucker, Allan and Carterette 2007, A
/// comparison of statistical significance tests for information retrieval evaluation. Exact where all 2^n tosses are no
/// more than the permutations asked for; else (k + 1) / (permutations + 1), k as extreme of those drawn, the same for
/// the same seed on any machine. 1 without pairs.
[[nodiscard]] double randomisation_p(std::span<const double> differences, const PairedTest& test);

}  // namespace nutgraf::evaluate
