// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/results.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/schema/slots.h"
#include "query/search/postings/index_reader.h"
#include "query/search/postings/matches.h"
#include "query/search/rank/retrieve.h"

namespace nutgraf::search::rank {
namespace {

constexpr std::size_t kFirstTail = 1000;
constexpr std::size_t kOrdinalBytes = 4;
constexpr std::size_t kTimeBytes = 8;
constexpr std::string_view kUndated = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";

/// From a value of slot Order: newest or oldest article first, undated ones last, an article's passages together.
std::string date_key(std::string order, SortBy sort) {
  order.resize(order.size() > kOrdinalBytes ? order.size() - kOrdinalBytes : 0);
  const bool is_dated = order.size() >= kTimeBytes && order.compare(0, kTimeBytes, kUndated) != 0;
  if (sort == SortBy::Oldest && is_dated) {
    std::transform(order.begin(), order.begin() + kTimeBytes, order.begin(),
                   [](char c) { return static_cast<char>(~c); });
  }
  return std::string(1, is_dated ? '\0' : '\xFF') + order;
}

class DateKey final : public Xapian::KeyMaker {
 public:
  explicit DateKey(SortBy sort) : sort_(sort) {}

  std::string operator()(const Xapian::Document& document) const override {
    return date_key(document.get_value(postings::slot(schema::Slot::Order)), sort_);
  }

 private:
  SortBy sort_;
};

/// Lets at most `per_article` passages of an article through, and one article of a group of copies.
class Collapse {
 public:
  Collapse(std::uint32_t per_article, Copies copies) : per_article_(per_article), copies_(copies) {}
  [[nodiscard]] bool takes(const ScoredPassage& candidate);

 private:
  std::uint32_t per_article_;
  Copies copies_;
  std::unordered_map<std::string, std::uint32_t> shown_;     // by article
  std::unordered_map<std::string, std::string> article_of_;  // by the article that stands for its group
};

bool Collapse::takes(const ScoredPassage& candidate) {
  if (copies_ == Copies::OnePerGroup) {
    const std::string& group = candidate.group.empty() ? candidate.article : candidate.group;
    if (article_of_.try_emplace(group, candidate.article).first->second != candidate.article) {
      return false;
    }
  }
  return ++shown_[candidate.article] <= per_article_;
}

ScoredPassage candidate_of(Xapian::docid document, double weight) {
  ScoredPassage candidate;
  candidate.document = document;
  candidate.words = weight;
  candidate.score = rounded(weight);
  return candidate;
}

Collapse collapse_of(const Ranking& ranking) {
  return {ranking.options.per_article, ranking.options.copies};
}

void take_rows(std::vector<ScoredPassage>& from, std::size_t count, Collapse& collapse,
               std::vector<ScoredPassage>& rows) {
  for (ScoredPassage& candidate : from) {
    if (rows.size() >= count) {
      return;
    }
    if (collapse.takes(candidate)) {
      rows.push_back(std::move(candidate));
    }
  }
}

/// Sums of weights differ in their last bits with how far Xapian had to look; only whole groups of equal scores are in
/// their final order.
void drop_last_equal(std::vector<ScoredPassage>& candidates) {
  const double last = candidates.back().score;
  while (!candidates.empty() && candidates.back().score == last) {
    candidates.pop_back();
  }
}

std::vector<ScoredPassage> tail(const Ranking& ranking, const Retrieved& retrieved, std::size_t count, bool& complete) {
  std::unordered_set<Xapian::docid> shown;
  for (const ScoredPassage& candidate : retrieved.candidates) {
    shown.insert(candidate.document);
  }
  const auto wanted =
      static_cast<Xapian::doccount>(std::min<std::size_t>(count, ranking.plan.reader.database.get_doccount()));
  std::vector<ScoredPassage> candidates;
  for (const RankedPassage& passage : best_passages(ranking, wanted).passages) {
    candidates.push_back(candidate_of(passage.document, passage.weight));
  }
  complete = candidates.size() < wanted || wanted == ranking.plan.reader.database.get_doccount();
  read_keys(ranking.plan.reader, candidates);
  sort_by_score(candidates);
  if (!complete && ranking.plan.bound.ranked.size() > 1) {
    drop_last_equal(candidates);
  }
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](const ScoredPassage& c) { return shown.contains(c.document); }),
                   candidates.end());
  const double least = retrieved.candidates.empty() ? 0 : retrieved.candidates.back().score;
  for (ScoredPassage& candidate : candidates) {
    candidate.score = std::min(candidate.score, least);
  }
  return candidates;
}

std::vector<RankedPassage> sorted_by_matcher(const Ranking& ranking, Xapian::doccount wanted) {
  DateKey key(ranking.options.sort);
  Xapian::Enquire enquire = ranked_enquire(ranking, ranking.plan.ranked);
  enquire.set_sort_by_key_then_relevance(&key, false);
  std::vector<RankedPassage> found;
  const Xapian::MSet matches = enquire.get_mset(0, wanted, 0, nullptr, ranking.plan.decider.get());
  for (auto it = matches.begin(); it != matches.end(); ++it) {
    found.push_back({*it, it.get_weight()});
  }
  return found;
}

/// A key of ours cannot be made on a server.
std::vector<RankedPassage> sorted_here(const Ranking& ranking, Xapian::doccount wanted) {
  std::vector<std::pair<std::string, RankedPassage>> keyed;
  for (postings::KeyedMatch& match : postings::keyed_matches(ranked_enquire(ranking, ranking.plan.ranked),
                                                             ranking.plan.reader.database.get_doccount())) {
    keyed.emplace_back(date_key(std::move(match.order), ranking.options.sort),
                       RankedPassage{match.document, match.weight});
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first                   ? a.first < b.first
           : a.second.weight != b.second.weight ? a.second.weight > b.second.weight
                                                : a.second.document < b.second.document;
  });
  std::vector<RankedPassage> found;
  for (std::size_t i = 0; i < std::min<std::size_t>(keyed.size(), wanted); ++i) {
    found.push_back(keyed[i].second);
  }
  return found;
}

std::vector<ScoredPassage> first_rows(const Ranking& ranking, const Retrieved& retrieved, std::size_t count) {
  bool complete = retrieved.holds_all;
  std::vector<ScoredPassage> beyond;
  for (std::size_t depth = std::max(kFirstTail, 2 * count);; depth *= 4) {
    Collapse collapse = collapse_of(ranking);
    std::vector<ScoredPassage> rows;
    std::vector<ScoredPassage> inside = retrieved.candidates;
    take_rows(inside, count, collapse, rows);
    take_rows(beyond, count, collapse, rows);
    if (rows.size() >= count || complete) {
      return rows;
    }
    beyond = tail(ranking, retrieved, depth, complete);
  }
}

std::vector<ScoredPassage> first_rows_by_date(const Ranking& ranking, std::size_t count) {
  const std::size_t all = ranking.plan.reader.database.get_doccount();
  for (std::size_t depth = std::max(kFirstTail, 2 * count);; depth *= 4) {
    const auto wanted = static_cast<Xapian::doccount>(std::min(depth, all));
    std::vector<ScoredPassage> found;
    for (const RankedPassage& passage :
         ranking.plan.reader.has_remote_shards() ? sorted_here(ranking, wanted) : sorted_by_matcher(ranking, wanted)) {
      found.push_back(candidate_of(passage.document, passage.weight));
    }
    const bool complete = found.size() < wanted || wanted == all;
    std::unordered_map<Xapian::docid, std::size_t> place;
    for (std::size_t i = 0; i < found.size(); ++i) {
      place.emplace(found[i].document, i);
    }
    read_keys(ranking.plan.reader, found);
    std::sort(found.begin(), found.end(), [&](const ScoredPassage& a, const ScoredPassage& b) {
      return place.at(a.document) < place.at(b.document);
    });
    Collapse collapse = collapse_of(ranking);
    std::vector<ScoredPassage> rows;
    take_rows(found, count, collapse, rows);
    if (rows.size() >= count || complete) {
      return rows;
    }
  }
}

}  // namespace

std::vector<ScoredPassage> collect(const Ranking& ranking, const Retrieved& retrieved, std::size_t count) {
  return ranking.options.sort == SortBy::Relevance ? first_rows(ranking, retrieved, count)
                                                   : first_rows_by_date(ranking, count);
}

}  // namespace nutgraf::search::rank
