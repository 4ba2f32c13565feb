// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/randomisation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace nutgraf::evaluate {
namespace {

constexpr std::size_t kBits = 64;

// Sums of the same numbers in another order differ in their last bits; they are as extreme.
constexpr double kRounding = 1e-9;

/// The sum with signs turned where a bit is set.
template <class NextBits>
double tossed_sum(std::span<const double> differences, NextBits next_bits) {
  double sum = 0;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    bits = i % kBits == 0 ? next_bits() : bits >> 1U;
    sum += (bits & 1U) == 0 ? differences[i] : -differences[i];
  }
  return sum;
}

}  // namespace

double randomisation_p(std::span<const double> differences, const PairedTest& test) {
  // A pair without a difference has two equal tosses.
  std::vector<double> differing;
  std::copy_if(differences.begin(), differences.end(), std::back_inserter(differing), [](double d) { return d != 0; });
  const double observed = std::abs(std::accumulate(differing.begin(), differing.end(), 0.0)) - kRounding;
  const auto is_extreme = [&](double sum) { return std::abs(sum) >= observed; };
  if (differing.size() < kBits && (std::uint64_t{1} << differing.size()) <= test.permutations) {
    const std::uint64_t all = std::uint64_t{1} << differing.size();
    std::uint64_t extreme = 0;
    for (std::uint64_t tosses = 0; tosses < all; ++tosses) {
      extreme += is_extreme(tossed_sum(differing, [tosses] { return tosses; })) ? 1U : 0U;
    }
    return static_cast<double>(extreme) / static_cast<double>(all);
  }
  std::mt19937_64 random(test.seed);
  std::uint64_t extreme = 0;
  for (std::uint64_t i = 0; i < test.permutations; ++i) {
    extreme += is_extreme(tossed_sum(differing, [&random] { return random(); })) ? 1U : 0U;
  }
  return static_cast<double>(extreme + 1) / static_cast<double>(test.permutations + 1);
}

}  // namespace nutgraf::evaluate
