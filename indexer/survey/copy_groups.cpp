// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/copy_groups.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace nutgraf::survey {
namespace {

constexpr double kNear = 0.3;  // a copy of a copy has so much of the one that stands for them

/// The shingles of the articles asked for last.
class ShingleCache {
 public:
  explicit ShingleCache(const std::function<Shingles(std::uint32_t)>& shingles_of) : shingles_of_(shingles_of) {}

  std::shared_ptr<const Shingles> of(std::uint32_t article) {
    constexpr std::size_t kMost = 512;
    if (held_.size() >= kMost && !held_.contains(article)) {
      held_.clear();
    }
    std::shared_ptr<const Shingles>& entry = held_[article];
    if (!entry) {
      entry = std::make_shared<const Shingles>(shingles_of_(article));
    }
    return entry;
  }

 private:
  const std::function<Shingles(std::uint32_t)>& shingles_of_;
  std::unordered_map<std::uint32_t, std::shared_ptr<const Shingles>> held_;
};

class Grouper {
 public:
  Grouper(std::span<const SurveyedArticle> articles, std::uint32_t window,
          const std::function<Shingles(std::uint32_t)>& shingles_of)
      : articles_(articles), window_(window), cache_(shingles_of), sets_(articles.size()), originals_(articles.size()) {
    std::iota(originals_.begin(), originals_.end(), 0U);
  }

  void join(std::uint32_t a, std::uint32_t b) {
    if (sets_.find(a) != sets_.find(b) && are_copies(*cache_.of(a), *cache_.of(b))) {
      sets_.unite(a, b);
    }
  }

  Originals group() && {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> joined;
    for (std::uint32_t article = 0; article < articles_.size(); ++article) {
      if (const std::uint32_t first = sets_.find(article); first != article) {
        std::vector<std::uint32_t>& members = joined[first];
        if (members.empty()) {
          members.push_back(first);
        }
        members.push_back(article);
      }
    }
    for (auto& [first, members] : joined) {
      represent(std::move(members));
    }
    return std::move(originals_);
  }

 private:
  void represent(std::vector<std::uint32_t> members) {
    std::vector<std::tuple<std::int64_t, bool, std::int32_t, std::uint32_t>> order;
    for (const std::uint32_t article : members) {
      const SurveyedArticle& facts = articles_[article];
      order.emplace_back(-std::int64_t{cache_.of(article)->words}, !facts.has_day(), facts.day, article);
    }
    std::ranges::sort(order);
    std::ranges::transform(order, members.begin(), [](const auto& entry) { return std::get<3>(entry); });
    while (!members.empty()) {
      const std::uint32_t original = members.front();
      versions_.clear();
      std::size_t before = 0;
      do {  // a copy of a copy may be longer than that one, and come first
        before = versions_.size();
        std::erase_if(members, [&](std::uint32_t article) { return take_version(original, article); });
      } while (versions_.size() > before);
    }
  }

  bool take_version(std::uint32_t original, std::uint32_t article) {
    if (article != original && !is_version(original, article)) {
      return false;
    }
    originals_[article] = original;
    versions_.push_back(cache_.of(article));
    return true;
  }

  /// Is an article a copy of the one that stands for the group, or of another copy and not far from that one?
  [[nodiscard]] bool is_version(std::uint32_t original, std::uint32_t article) {
    constexpr std::size_t kMostVersions = 16;
    if (!are_in_window(articles_[original], articles_[article], window_)) {
      return false;
    }
    const std::shared_ptr<const Shingles> shingles = cache_.of(article);
    if (are_copies(*versions_.front(), *shingles)) {
      return true;
    }
    const auto compared = std::span(versions_).first(std::min(kMostVersions, versions_.size()));
    return contained(*versions_.front(), *shingles) >= kNear &&
           std::ranges::any_of(compared, [&](const auto& version) { return are_copies(*version, *shingles); });
  }

  std::span<const SurveyedArticle> articles_;
  std::uint32_t window_;
  ShingleCache cache_;
  DisjointSets sets_;
  Originals originals_;
  std::vector<std::shared_ptr<const Shingles>> versions_;  // of one story, the one that stands for it first
};

}  // namespace

Originals group_copies(std::span<const Candidate> candidates, std::span<const SurveyedArticle> articles,
                       std::uint32_t window, const std::function<Shingles(std::uint32_t article)>& shingles_of) {
  Grouper grouper(articles, window, shingles_of);
  for (const Candidate& candidate : candidates) {
    grouper.join(candidate.a, candidate.b);
  }
  return std::move(grouper).group();
}

}  // namespace nutgraf::survey
