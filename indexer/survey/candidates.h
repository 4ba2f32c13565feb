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

/// An estimate below this is well below what makes a copy.
inline constexpr double kLeastContained = 0.25;
/// An article with a smaller share of samples of its own is an edition of a recurring text: only equal ones are copies.
inline constexpr double kLeastOwn = 0.25;

struct CandidateOptions {
  std::uint32_t window = 7;                       // days
  std::filesystem::path scratch;                  // file
  std::uint64_t memory = 64'000'000;              // bytes
  std::span<const std::uint64_t> recurring = {};  // samples, ascending, that are known to recur
};

/// A record of the samples that find_candidates() takes.
enum class SampleKind : std::uint8_t {
  Part,   // one of samples_of()
  Whole,  // the hash of all words: whoever shares it has the same text
};
[[nodiscard]] Record sample_record(std::uint64_t sample, std::uint32_t article, SampleKind kind);
[[nodiscard]] std::uint32_t article_of_sample(std::uint64_t value);

/// Pairs of articles that share samples. What a site prints on each of its pages makes no copies, nor do phrases that
/// come back week after week: today's market report has the words of yesterday's. `samples`: sorted records of
/// sample_record().
struct Candidates {
  std::vector<Candidate> pairs;
  std::vector<std::uint64_t> recurring;  // samples, ascending
};
[[nodiscard]] Candidates find_candidates(const RecordSorter& samples, std::span<const SurveyedArticle> articles,
                                         const CandidateOptions& options);

/// Articles by site.
[[nodiscard]] std::unordered_map<std::uint64_t, std::uint32_t> count_by_site(std::span<const SurveyedArticle> articles);

}  // namespace nutgraf::survey
