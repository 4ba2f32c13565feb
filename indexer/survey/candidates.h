// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/survey/articles.h"
#include "indexer/survey/record_sorter.h"

namespace nutgraf::survey {

/// Two articles that may be copies of one another.
struct Candidate {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double contained = 0;  // estimated share of the one's shingles that the other has
};

struct CandidateOptions {
  std::uint32_t window = 7;           // days
  std::filesystem::path scratch;      // file
  std::uint64_t memory = 64'000'000;  // bytes
};

/// Pairs of articles that share samples, other than those that are common on their site: what a site prints on each of
/// its pages makes no copies. `samples`: sorted, key = sample, value = number of the article.
[[nodiscard]] std::vector<Candidate> find_candidates(const RecordSorter& samples,
                                                     std::span<const SurveyedArticle> articles,
                                                     const CandidateOptions& options);

/// Articles by site.
[[nodiscard]] std::unordered_map<std::uint64_t, std::uint32_t> count_by_site(std::span<const SurveyedArticle> articles);

}  // namespace nutgraf::survey
