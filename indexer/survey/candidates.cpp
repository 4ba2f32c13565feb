// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/candidates.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nutgraf::survey {
namespace {

// On a site with so many articles, a sample that so many of them share is common there.
constexpr std::uint32_t kLeastSite = 5;
constexpr std::uint32_t kLeastCommon = 4;
constexpr double kCommon = 0.3;
// Articles of which no more is left are compared by all they have: a site may hold little but versions of one story.
constexpr double kMostlyCommon = 0.7;
// Samples that more articles share pair each of them with the first and the next only.
constexpr std::size_t kFew = 32;

// A phrase is recurring where so many articles have it, in so many windows of days, none of which has most of them: a
// story that a few papers print late is told in one.
constexpr std::size_t kLeastRecurring = 4;
constexpr std::size_t kLeastWindows = 3;
constexpr double kMostInWindow = 0.5;

constexpr unsigned kNumberBits = 32;  // bits of a number in the key of a pair

std::uint64_t is_whole(std::uint64_t value) {
  return value & 1U;
}

class CandidateFinder {
 public:
  CandidateFinder(const RecordSorter& samples, std::span<const SurveyedArticle> articles,
                  const CandidateOptions& options)
      : samples_(samples),
        articles_(articles),
        options_(options),
        site_sizes_(count_by_site(articles)),
        common_(articles.size(), 0),
        recurring_(articles.size(), 0) {}

  Candidates find() {
    samples_.each_group([this](std::uint64_t sample, std::span<const std::uint64_t> group) { count(sample, group); });
    RecordSorter pairs(options_.scratch, options_.memory);
    samples_.each_group([&](std::uint64_t sample, std::span<const std::uint64_t> group) {
      pair(telling(sample, group), is_whole(group[0]), pairs);
    });
    pairs.sort();
    pairs.each_group([&](std::uint64_t key, std::span<const std::uint64_t> shared) {
      const auto a = static_cast<std::uint32_t>(key >> kNumberBits);
      const auto b = static_cast<std::uint32_t>(key);
      const double contained = is_whole(shared.back()) != 0 ? 1.0 : estimate(a, b, shared.size());
      if (contained >= kLeastContained) {
        found_.pairs.push_back({a, b, contained});
      }
    });
    return std::move(found_);
  }

 private:
  /// Notes the articles that a sample says little of.
  void count(std::uint64_t sample, std::span<const std::uint64_t> group) {
    if (is_whole(group[0]) != 0) {
      return;
    }
    if (is_recurring(sample, group)) {
      found_.recurring.push_back(sample);
      std::ranges::for_each(group, [this](std::uint64_t value) { ++recurring_[article_of_sample(value)]; });
    } else {
      each_common(group, [this](std::uint32_t article) { ++common_[article]; });
    }
  }

  [[nodiscard]] bool is_recurring(std::uint64_t sample, std::span<const std::uint64_t> group) {
    if (std::ranges::binary_search(options_.recurring, sample)) {
      return true;
    }
    if (group.size() < kLeastRecurring) {
      return false;
    }
    windows_.clear();
    for (const std::uint64_t value : group) {
      const SurveyedArticle& article = articles_[article_of_sample(value)];
      if (article.state == SurveyedArticle::State::Live && article.has_day()) {
        windows_.push_back(static_cast<std::int32_t>(std::floor(article.day / (options_.window + 1.0))));
      }
    }
    std::ranges::sort(windows_);
    std::size_t windows = 0;
    std::ptrdiff_t most = 0;
    for (auto first = windows_.begin(); first != windows_.end(); ++windows) {
      const auto last = std::upper_bound(first, windows_.end(), *first);
      most = std::max(most, last - first);
      first = last;
    }
    return windows_.size() >= kLeastRecurring && windows >= kLeastWindows &&
           static_cast<double>(most) <= kMostInWindow * static_cast<double>(windows_.size());
  }

  /// Share of the one's samples that the other has, of those that tell something.
  [[nodiscard]] double estimate(std::uint32_t a, std::uint32_t b, std::size_t shared) const {
    const auto is_edition = [this](std::uint32_t article) {
      return own(article) < kLeastOwn * articles_[article].samples;
    };
    if (is_edition(a) || is_edition(b)) {
      return 0;
    }
    // The more of a text recurs, the more of the rest must agree.
    const std::uint32_t shorter = own(a) < own(b) ? a : b;
    const double recurring = static_cast<double>(recurring_[shorter]) / articles_[shorter].samples;
    return static_cast<double>(shared) / own(shorter) / (1 + recurring);
  }

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
      const std::uint32_t number = article_of_sample(article);
      by_site_.emplace_back(articles_[number].site, number);
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
    return common_[article] > kMostlyCommon * (articles_[article].samples - recurring_[article]);
  }

  /// Samples of an article that pairs are made of.
  [[nodiscard]] double own(std::uint32_t article) const {
    const std::uint32_t all = articles_[article].samples - recurring_[article];
    return is_mostly_common(article) ? all : all - common_[article];
  }

  /// The live articles of a group that its sample says something of.
  const std::vector<std::uint32_t>& telling(std::uint64_t sample, std::span<const std::uint64_t> group) {
    telling_.clear();
    if (is_whole(group[0]) == 0 && is_recurring(sample, group)) {
      return telling_;
    }
    for (const std::uint64_t value : group) {
      const std::uint32_t article = article_of_sample(value);
      if (articles_[article].state == SurveyedArticle::State::Live) {
        telling_.push_back(article);
      }
    }
    if (is_whole(group[0]) != 0) {
      return telling_;
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

  void pair(const std::vector<std::uint32_t>& group, std::uint64_t whole, RecordSorter& pairs) {
    made_.clear();
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (group.size() <= kFew) {
        for (std::size_t j = i + 1; j < group.size(); ++j) {
          make(group[i], group[j], whole);
        }
      } else if (i > 0) {
        make(group[0], group[i], whole);
        if (i > 1) {
          make(group[i - 1], group[i], whole);
        }
      }
    }
    pairs.add(made_);
  }

  void make(std::uint32_t a, std::uint32_t b, std::uint64_t whole) {
    if (are_in_window(articles_[a], articles_[b], options_.window)) {
      made_.push_back({(std::uint64_t{a} << kNumberBits) | b, whole});
    }
  }

  const RecordSorter& samples_;
  std::span<const SurveyedArticle> articles_;
  const CandidateOptions& options_;
  std::unordered_map<std::uint64_t, std::uint32_t> site_sizes_;
  std::vector<std::uint32_t> common_;     // by article: its samples that are common on its site
  std::vector<std::uint32_t> recurring_;  // by article: its samples that recur
  std::vector<std::int32_t> windows_;
  Candidates found_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_site_;
  std::vector<std::uint32_t> telling_;
  std::vector<std::uint32_t> left_out_;
  std::vector<Record> made_;
};

}  // namespace

Record sample_record(std::uint64_t sample, std::uint32_t article, SampleKind kind) {
  return {sample, (std::uint64_t{article} << 1U) | (kind == SampleKind::Whole ? 1U : 0U)};
}

std::uint32_t article_of_sample(std::uint64_t value) {
  return static_cast<std::uint32_t>(value >> 1U);
}

std::unordered_map<std::uint64_t, std::uint32_t> count_by_site(std::span<const SurveyedArticle> articles) {
  std::unordered_map<std::uint64_t, std::uint32_t> sizes;
  for (const SurveyedArticle& article : articles) {
    if (article.state == SurveyedArticle::State::Live) {
      ++sizes[article.site];
    }
  }
  return sizes;
}

Candidates find_candidates(const RecordSorter& samples, std::span<const SurveyedArticle> articles,
                           const CandidateOptions& options) {
  return CandidateFinder(samples, articles, options).find();
}

}  // namespace nutgraf::survey
