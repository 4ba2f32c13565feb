// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/best_passages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "query/search/compile.h"
#include "query/search/slot.h"
#include "query/search/slot_reader.h"
#include "query/search/word_query.h"
#include "query/search/word_ranking.h"

namespace nutgraf {
namespace {

constexpr double kScoreSteps = 1e6;  // in 1

std::vector<RankedPassage> passages_of(const Xapian::MSet& found) {
  std::vector<RankedPassage> passages;
  passages.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    passages.push_back({*it, it.get_weight()});
  }
  return passages;
}

/// To sort by the slot is to read it for nearly every match: it is done only where the last one taken has an equal that
/// finds no room. Enquire::set_cutoff would spare most of that, but loses matches of an OR of AND_MAYBEs in a FILTER.
BestPassages best_matches(Xapian::Enquire enquire, Xapian::doccount count, const Counted& counted,
                          const Xapian::MatchDecider* decider) {
  enquire.set_sort_by_relevance();
  if (counted.checked > 0) {
    enquire.add_matchspy(counted.tally);
  }
  const Xapian::MSet found = enquire.get_mset(0, count + 1, counted.checked, nullptr, decider);
  BestPassages best{passages_of(found), found.get_matches_estimated()};
  if (best.passages.size() <= count) {
    return best;
  }
  if (rounded(best.passages[count].weight) == rounded(best.passages[count - 1].weight)) {
    enquire.clear_matchspies();
    enquire.set_sort_by_relevance_then_value(slot(schema::Slot::Order), false);
    best.passages = passages_of(enquire.get_mset(0, count, 0, nullptr, decider));
  }
  best.passages.resize(std::min<std::size_t>(best.passages.size(), count));
  return best;
}

/// Of passages of which more than `count` may equal the last one taken, the first by slot Order.
void cut(const Tables& tables, std::size_t count, std::vector<RankedPassage>& passages) {
  if (passages.size() <= count) {
    return;
  }
  const double last = rounded(passages[count - 1].weight);
  std::erase_if(passages, [last](const RankedPassage& p) { return rounded(p.weight) < last; });
  const auto first_equal =
      std::ranges::find_if(passages, [last](const RankedPassage& p) { return rounded(p.weight) == last; });
  std::sort(first_equal, passages.end(),
            [](const RankedPassage& a, const RankedPassage& b) { return a.document < b.document; });
  std::vector<std::pair<std::string, RankedPassage>> equal;
  SlotReader orders(tables, schema::Slot::Order);
  for (auto at = first_equal; at != passages.end(); ++at) {
    equal.emplace_back(orders.at(at->document), *at);
  }
  std::ranges::sort(equal, {}, &std::pair<std::string, RankedPassage>::first);
  std::ranges::transform(equal, first_equal, &std::pair<std::string, RankedPassage>::second);
  passages.resize(count);
}

BestPassages best_of(const Plan& plan, const WordQuery& query, Xapian::doccount count) {
  BestPassages best{WordRanking(plan.tables, query, plan.parameters, plan.lengths, count).best(), 0};
  cut(plan.tables, count, best.passages);
  return best;
}

/// In no order: Xapian stops once it has seen enough.
Xapian::doccount count_matches(const Plan& plan, const Counted& counted) {
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(counted.tally);
  return enquire.get_mset(0, 0, counted.checked).get_matches_estimated();
}

/// A spy cannot be sent to a server: the values it would look at come with the matches.
Xapian::doccount count_from_here(const Plan& plan, const Counted& counted) {
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_collapse_key(slot(schema::Slot::Article), counted.checked);  // collapses nothing: it brings the key
  const Xapian::MSet found = enquire.get_mset(0, counted.checked, counted.checked);
  std::optional<SlotReader> groups;
  if (counted.tally->reads_groups()) {
    groups.emplace(plan.tables, schema::Slot::Group);
  }
  for (auto it = found.begin(); it != found.end(); ++it) {
    counted.tally->add(it.get_collapse_key(), groups ? std::string(groups->at(*it)) : std::string());
  }
  return found.get_matches_estimated();
}

std::optional<WordQuery> words_of(const Plan& plan) {
  const bool as_bound = plan.feedback.empty() && plan.decider == nullptr;
  return as_bound ? word_query_of(plan.bound) : std::nullopt;
}

}  // namespace

double rounded(double score) {
  return std::round(score * kScoreSteps) / kScoreSteps;
}

Xapian::Enquire ranked_enquire(const Plan& plan, const Xapian::Query& query) {
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(plan.parameters.k1, 0, 1000, plan.parameters.b, 0));
  enquire.set_sort_by_relevance_then_value(slot(schema::Slot::Order), false);
  return enquire;
}

BestPassages best_passages(const Plan& plan, Xapian::doccount count, const Counted& counted) {
  const std::optional<WordQuery> words = words_of(plan);
  if (!words && !plan.has_remote_shards) {
    return best_matches(ranked_enquire(plan, plan.ranked), count, counted, plan.decider.get());
  }
  BestPassages best =
      words ? best_of(plan, *words, count) : best_matches(ranked_enquire(plan, plan.ranked), count, {}, nullptr);
  if (counted.checked > 0) {
    best.estimated = plan.has_remote_shards ? count_from_here(plan, counted) : count_matches(plan, counted);
  }
  return best;
}

std::vector<double> word_weights(const Plan& plan, Xapian::docid document) {
  const std::optional<WordQuery> words = words_of(plan);
  if (!words) {
    return {};
  }
  const std::vector<double> weights =
      WordRanking(plan.tables, *words, plan.parameters, plan.lengths, 1).weights_in(document);
  std::unordered_map<std::string, double> by_forms;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    by_forms[forms_key(*words->words[i].word)] += weights[i];
  }
  std::vector<double> of_ranked;
  for (const RankedWord& ranked : plan.bound.ranked) {
    of_ranked.push_back(by_forms[forms_key(ranked.word)]);
  }
  return of_ranked;
}

BestPassages best_phrase_holders(const Plan& plan, const BoundUnit& phrase, Xapian::doccount count,
                                 Xapian::doccount depth) {
  const std::optional<WordQuery> words = words_of(plan);
  if (std::optional<WordQuery> holders = words ? as_phrase(*words, phrase) : std::nullopt) {
    holders->depth = depth;
    return best_of(plan, *holders, count);
  }
  const Xapian::Query filtered(Xapian::Query::OP_FILTER, plan.query, Compiler::phrase(phrase));
  return best_matches(ranked_enquire(plan, filtered), count, {}, nullptr);
}

}  // namespace nutgraf
