// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/shingles.h"

#include <algorithm>
#include <limits>

namespace nutgraf::survey {
namespace {

constexpr std::size_t kRunWords = 4;
constexpr std::size_t kRunCharacters = 8;

constexpr std::uint64_t kSampled = std::numeric_limits<std::uint64_t>::max() / 8;
constexpr std::size_t kShortText = 512;  // words
constexpr std::size_t kLeastSamples = 16;

// Found on labelled pairs: docs/benchmarks.md.
constexpr double kContained = 0.55;
constexpr double kSameNumbers = 0.7;
constexpr std::size_t kFewNumbers = 3;
constexpr double kNearlyAll = 0.9;  // may have other numbers, if few: a correction has

void sort_unique(std::vector<std::uint64_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

/// take(hash) for each run, in order.
template <typename Take>
void each_run(const std::vector<WordHash>& words, Take take) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t size = words[i].kind == WordKind::Character ? kRunCharacters : kRunWords;
    if (i + size <= words.size()) {
      take(hash_of(std::span(words).subspan(i, size)));
    }
  }
}

}  // namespace

Shingles shingles_of(const std::vector<WordHash>& words) {
  Shingles shingles;
  shingles.words = word_count(words);
  shingles.whole = hash_of(words);
  shingles.runs.reserve(words.size());
  each_run(words, [&](std::uint64_t run) { shingles.runs.push_back(run); });
  for (const WordHash& word : words) {
    if (word.kind == WordKind::Number) {
      shingles.numbers.push_back(word.hash);
    }
  }
  sort_unique(shingles.runs);
  std::ranges::sort(shingles.numbers);
  return shingles;
}

std::vector<std::uint64_t> samples_of(const std::vector<WordHash>& words) {
  if (word_count(words) < kLeastWords) {
    return {};
  }
  std::vector<std::uint64_t> samples;
  const bool is_short = words.size() < kShortText;
  each_run(words, [&](std::uint64_t run) {
    if (is_short || run < kSampled) {
      samples.push_back(run);
    }
  });
  sort_unique(samples);
  const auto sampled = static_cast<std::size_t>(std::ranges::lower_bound(samples, kSampled) - samples.begin());
  samples.resize(std::max(sampled, std::min(samples.size(), is_short ? kLeastSamples : 0)));
  return samples;
}

std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    count += *i == *j ? 1U : 0U;
    const bool step_a = *i <= *j;
    const bool step_b = *j <= *i;
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  return count;
}

double contained(const Shingles& a, const Shingles& b) {
  if (a.whole == b.whole) {
    return 1;
  }
  const std::size_t least = std::min(a.runs.size(), b.runs.size());
  return least == 0 ? 0 : static_cast<double>(shared(a.runs, b.runs)) / static_cast<double>(least);
}

bool are_copies(const Shingles& a, const Shingles& b) {
  if (a.whole == b.whole) {
    return a.words >= kLeastEqualWords;
  }
  if (std::min(a.words, b.words) < kLeastWords) {
    return false;
  }
  const double share = contained(a, b);
  if (share < kContained) {
    return false;
  }
  const std::size_t numbers = std::min(a.numbers.size(), b.numbers.size());
  const std::size_t same = shared(a.numbers, b.numbers);
  if (numbers <= kFewNumbers) {
    return numbers == 0 || same > 0 || share >= kNearlyAll;
  }
  return static_cast<double>(same) >= kSameNumbers * static_cast<double>(numbers);
}

}  // namespace nutgraf::survey
