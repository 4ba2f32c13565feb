// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/dispersion.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nutgraf::view {
namespace {

struct Share {
  double occurrences = 0;  // of all
  double tokens = 0;
  [[nodiscard]] double rate() const { return occurrences / tokens; }
};

std::vector<Share> shares_of(std::span<const CorpusPart> parts) {
  double occurrences = 0;
  double tokens = 0;
  for (const CorpusPart& part : parts) {
    occurrences += part.tokens > 0 ? static_cast<double>(part.occurrences) : 0;
    tokens += static_cast<double>(part.tokens);
  }
  std::vector<Share> shares;
  for (const CorpusPart& part : parts) {
    if (part.tokens > 0 && occurrences > 0) {
      shares.push_back(
          {static_cast<double>(part.occurrences) / occurrences, static_cast<double>(part.tokens) / tokens});
    }
  }
  return shares;
}

double juilland(const std::vector<Share>& shares) {
  const auto n = static_cast<double>(shares.size());
  double mean = 0;
  for (const Share& share : shares) {
    mean += share.rate() / n;
  }
  double variance = 0;
  for (const Share& share : shares) {
    variance += (share.rate() - mean) * (share.rate() - mean) / n;
  }
  return n > 1 ? 1 - std::sqrt(variance) / mean / std::sqrt(n - 1) : 1;
}

}  // namespace

Dispersion dispersion(std::span<const CorpusPart> parts) {
  const std::vector<Share> shares = shares_of(parts);
  if (shares.empty()) {
    return {};
  }
  Dispersion found;
  double least = 1;
  for (const Share& share : shares) {
    found.dp += std::abs(share.occurrences - share.tokens) / 2;
    least = std::min(least, share.tokens);
  }
  found.dp_norm = least < 1 ? found.dp / (1 - least) : 0;
  found.juilland_d = juilland(shares);
  return found;
}

}  // namespace nutgraf::view
