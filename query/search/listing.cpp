// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/listing.h"

#include <algorithm>
#include <unordered_set>

#include "core/schema/slots.h"
#include "query/search/best_passages.h"
#include "query/search/keyed_matches.h"
#include "query/search/slot.h"

namespace nutgraf {
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
    return date_key(document.get_value(slot(schema::Slot::Order)), sort_);
  }

 private:
  SortBy sort_;
};

ScoredPassage candidate_of(Xapian::docid document, double weight) {
  ScoredPassage candidate;
  candidate.document = document;
  candidate.words = weight;
  candidate.score = rounded(weight);
  return candidate;
}

Collapse collapse_of(const Plan& plan) {
  return {plan.request.per_article, plan.request.copies};
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

std::vector<ScoredPassage> tail(const Plan& plan, const Window& window, std::size_t count, bool& complete) {
  std::unordered_set<Xapian::docid> shown;
  for (const ScoredPassage& candidate : window.candidates) {
    shown.insert(candidate.document);
  }
  const auto wanted = static_cast<Xapian::doccount>(std::min<std::size_t>(count, plan.database.get_doccount()));
  std::vector<ScoredPassage> candidates;
  for (const RankedPassage& passage : best_passages(plan, wanted, {}).passages) {
    candidates.push_back(candidate_of(passage.document, passage.weight));
  }
  complete = candidates.size() < wanted || wanted == plan.database.get_doccount();
  read_keys(plan.tables, candidates);
  sort_by_score(candidates);
  if (!complete && plan.bound.ranked.size() > 1) {
    drop_last_equal(candidates);
  }
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](const ScoredPassage& c) { return shown.contains(c.document); }),
                   candidates.end());
  const double least = window.candidates.empty() ? 0 : window.candidates.back().score;
  for (ScoredPassage& candidate : candidates) {
    candidate.score = std::min(candidate.score, least);
  }
  return candidates;
}

std::vector<RankedPassage> sorted_by_matcher(const Plan& plan, Xapian::doccount wanted) {
  DateKey key(plan.request.sort);
  Xapian::Enquire enquire = ranked_enquire(plan, plan.ranked);
  enquire.set_sort_by_key_then_relevance(&key, false);
  std::vector<RankedPassage> found;
  const Xapian::MSet matches = enquire.get_mset(0, wanted, 0, nullptr, plan.decider.get());
  for (auto it = matches.begin(); it != matches.end(); ++it) {
    found.push_back({*it, it.get_weight()});
  }
  return found;
}

/// A key of ours cannot be made on a server.
std::vector<RankedPassage> sorted_here(const Plan& plan, Xapian::doccount wanted) {
  std::vector<std::pair<std::string, RankedPassage>> keyed;
  for (KeyedMatch& match : keyed_matches(ranked_enquire(plan, plan.ranked), plan.database.get_doccount())) {
    keyed.emplace_back(date_key(std::move(match.order), plan.request.sort),
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

}  // namespace

bool Collapse::takes(const ScoredPassage& candidate) {
  if (copies_ == Copies::OnePerGroup && !candidate.group.empty() &&
      article_of_.try_emplace(candidate.group, candidate.article).first->second != candidate.article) {
    return false;
  }
  return ++shown_[candidate.article] <= per_article_;
}

std::vector<ScoredPassage> first_rows(const Plan& plan, const Window& window, std::size_t count) {
  bool complete = window.holds_all;
  std::vector<ScoredPassage> beyond;
  for (std::size_t depth = std::max(kFirstTail, 2 * count);; depth *= 4) {
    Collapse collapse = collapse_of(plan);
    std::vector<ScoredPassage> rows;
    std::vector<ScoredPassage> inside = window.candidates;
    take_rows(inside, count, collapse, rows);
    take_rows(beyond, count, collapse, rows);
    if (rows.size() >= count || complete) {
      return rows;
    }
    beyond = tail(plan, window, depth, complete);
  }
}

std::vector<ScoredPassage> first_rows_by_date(const Plan& plan, std::size_t count) {
  const std::size_t all = plan.database.get_doccount();
  for (std::size_t depth = std::max(kFirstTail, 2 * count);; depth *= 4) {
    const auto wanted = static_cast<Xapian::doccount>(std::min(depth, all));
    std::vector<ScoredPassage> found;
    for (const RankedPassage& passage :
         plan.has_remote_shards ? sorted_here(plan, wanted) : sorted_by_matcher(plan, wanted)) {
      found.push_back(candidate_of(passage.document, passage.weight));
    }
    const bool complete = found.size() < wanted || wanted == all;
    std::unordered_map<Xapian::docid, std::size_t> place;
    for (std::size_t i = 0; i < found.size(); ++i) {
      place.emplace(found[i].document, i);
    }
    read_keys(plan.tables, found);
    std::sort(found.begin(), found.end(), [&](const ScoredPassage& a, const ScoredPassage& b) {
      return place.at(a.document) < place.at(b.document);
    });
    Collapse collapse = collapse_of(plan);
    std::vector<ScoredPassage> rows;
    take_rows(found, count, collapse, rows);
    if (rows.size() >= count || complete) {
      return rows;
    }
  }
}

}  // namespace nutgraf
