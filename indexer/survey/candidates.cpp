// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/candidates.h"

#include <algorithm>
#include <utility>

namespace nutgraf::survey {
namespace {

constexpr double kLeastContained = 0.25;  // an estimate: well below what makes a copy
// On a site with so many articles, a sample that so many of them share is common there.
constexpr std::uint32_t kLeastSite = 5;
constexpr std::uint32_t kLeastCommon = 4;
constexpr double kCommon = 0.3;
// Articles of which no more is left are compared by all they have: a site may hold little but versions of one story.
constexpr double kMostlyCommon = 0.7;
// Samples that more articles share pair each of them with the first and the next only.
constexpr std::size_t kFew = 32;

constexpr unsigned kHalf = 32;  // bits of a number in the key of a pair

class CandidateFinder {
 public:
  CandidateFinder(const RecordSorter& samples, std::span<const SurveyedArticle> articles,
                  const CandidateOptions& options)
      : samples_(samples),
        articles_(articles),
        options_(options),
        site_sizes_(count_by_site(articles)),
        common_(articles.size(), 0) {}

  std::vector<Candidate> find() {
    samples_.each_group([this](std::uint64_t, std::span<const std::uint64_t> group) {
      each_common(group, [this](std::uint32_t article) { ++common_[article]; });
    });
    RecordSorter pairs(options_.scratch, options_.memory);
    samples_.each_group([&](std::uint64_t, std::span<const std::uint64_t> group) { pair(telling(group), pairs); });
    pairs.sort();
    std::vector<Candidate> candidates;
    pairs.each_group([&](std::uint64_t key, std::span<const std::uint64_t> samples) {
      const auto a = static_cast<std::uint32_t>(key >> kHalf);
      const auto b = static_cast<std::uint32_t>(key);
      const double contained = static_cast<double>(samples.size()) / std::min(own(a), own(b));
      if (contained >= kLeastContained) {
        candidates.push_back({a, b, contained});
      }
    });
    return candidates;
  }

 private:
  [[nodiscard]] bool is_common(std::uint64_t site, std::size_t count) const {
    if (site == 0 || count <= kLeastCommon) {
      return false;
    }
    const std::uint32_t size = site_sizes_.at(site);
    return size >= kLeastSite && static_cast<double>(count) > kCommon * size;
  }

  /// take(article) for those of a group that have its sample in common with their site.
  template <typename Take>
  void each_common(std::span<const std::uint64_t> group, Take take) {
    if (group.size() <= kLeastCommon) {
      return;
    }
    by_site_.clear();
    for (const std::uint64_t article : group) {
      by_site_.emplace_back(articles_[article].site, static_cast<std::uint32_t>(article));
    }
    std::ranges::sort(by_site_);
    for (auto first = by_site_.begin(); first != by_site_.end();) {
      const auto last =
          std::find_if(first, by_site_.end(), [first](const auto& entry) { return entry.first != first->first; });
      if (is_common(first->first, static_cast<std::size_t>(last - first))) {
        std::for_each(first, last, [&](const auto& entry) { take(entry.second); });
      }
      first = last;
    }
  }

  [[nodiscard]] bool is_mostly_common(std::uint32_t article) const {
    return common_[article] > kMostlyCommon * articles_[article].samples;
  }

  /// Samples of an article that pairs are made of.
  [[nodiscard]] double own(std::uint32_t article) const {
    const std::uint32_t all = articles_[article].samples;
    return is_mostly_common(article) ? all : all - common_[article];
  }

  /// The live articles of a group that its sample says something of.
  const std::vector<std::uint32_t>& telling(std::span<const std::uint64_t> group) {
    telling_.clear();
    for (const std::uint64_t article : group) {
      if (articles_[article].state == SurveyedArticle::State::Live) {
        telling_.push_back(static_cast<std::uint32_t>(article));
      }
    }
    left_out_.clear();
    each_common(group, [this](std::uint32_t article) {
      if (!is_mostly_common(article)) {
        left_out_.push_back(article);
      }
    });
    std::ranges::sort(left_out_);
    std::erase_if(telling_, [this](std::uint32_t article) { return std::ranges::binary_search(left_out_, article); });
    return telling_;
  }

  void pair(const std::vector<std::uint32_t>& group, RecordSorter& pairs) {
    made_.clear();
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (group.size() <= kFew) {
        for (std::size_t j = i + 1; j < group.size(); ++j) {
          make(group[i], group[j]);
        }
      } else if (i > 0) {
        make(group[0], group[i]);
        if (i > 1) {
          make(group[i - 1], group[i]);
        }
      }
    }
    pairs.add(made_);
  }

  void make(std::uint32_t a, std::uint32_t b) {
    if (are_in_window(articles_[a], articles_[b], options_.window)) {
      made_.push_back({(std::uint64_t{a} << kHalf) | b, 0});
    }
  }

  const RecordSorter& samples_;
  std::span<const SurveyedArticle> articles_;
  const CandidateOptions& options_;
  std::unordered_map<std::uint64_t, std::uint32_t> site_sizes_;
  std::vector<std::uint32_t> common_;  // by article: its samples that are common on its site
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_site_;
  std::vector<std::uint32_t> telling_;
  std::vector<std::uint32_t> left_out_;
  std::vector<Record> made_;
};

}  // namespace

std::unordered_map<std::uint64_t, std::uint32_t> count_by_site(std::span<const SurveyedArticle> articles) {
  std::unordered_map<std::uint64_t, std::uint32_t> sizes;
  for (const SurveyedArticle& article : articles) {
    if (article.state == SurveyedArticle::State::Live) {
      ++sizes[article.site];
    }
  }
  return sizes;
}

std::vector<Candidate> find_candidates(const RecordSorter& samples, std::span<const SurveyedArticle> articles,
                                       const CandidateOptions& options) {
  return CandidateFinder(samples, articles, options).find();
}

}  // namespace nutgraf::survey
