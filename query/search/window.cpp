// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/window.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "core/schema/slots.h"
#include "query/search/article_words.h"
#include "query/search/slot.h"
#include "query/search/slot_reader.h"
#include "query/search/tally.h"
#include "query/search/word_positions.h"

namespace nutgraf {
namespace {

constexpr double kScoreSteps = 1e6;  // in 1

std::vector<Candidate> candidates_of(const Xapian::MSet& found) {
  std::vector<Candidate> candidates;
  candidates.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    Candidate& candidate = candidates.emplace_back();
    candidate.document = *it;
    candidate.words = it.get_weight();
  }
  return candidates;
}

/// The best by weight, equal ones by slot Order.
struct Best {
  std::vector<Candidate> candidates;
  Xapian::doccount estimated = 0;  // how many match
};

/// To sort by the slot is to read it for nearly every match. It is read only for those that equal the last one taken,
/// where they do not all have room.
Best best_matches(Xapian::Enquire enquire, Xapian::doccount count, Xapian::doccount checked,
                  const Xapian::MatchDecider* decider) {
  constexpr double kJustBelow = 1 - 1e-9;
  enquire.set_sort_by_relevance();
  const Xapian::MSet found = enquire.get_mset(0, count + 1, checked, nullptr, decider);
  Best best{candidates_of(found), found.get_matches_estimated()};
  if (found.size() <= count) {
    return best;
  }
  const double last = best.candidates[count - 1].words;
  if (rounded(best.candidates[count].words) == rounded(last)) {
    enquire.clear_matchspies();
    enquire.set_cutoff(0, last * kJustBelow);
    enquire.set_sort_by_relevance_then_value(slot(schema::Slot::Order), false);
    best.candidates = candidates_of(enquire.get_mset(0, count, 0, nullptr, decider));
  }
  best.candidates.resize(std::min<std::size_t>(best.candidates.size(), count));
  return best;
}

/// Which of these, by ascending docid, hold the whole query as a phrase.
std::unordered_set<Xapian::docid> phrase_holders(const Plan& plan, const std::vector<Candidate>& candidates) {
  std::unordered_set<Xapian::docid> holders;
  if (plan.whole.empty()) {
    return holders;
  }
  UnitPositions phrase(plan.database, plan.bound.whole);
  Places places;
  for (const Candidate& candidate : candidates) {
    phrase.read(candidate.document, places);
    if (!places.empty()) {
      holders.insert(candidate.document);
    }
  }
  return holders;
}

/// Adds the best of those that hold the whole query as a phrase; says which of all hold it.
std::unordered_set<Xapian::docid> add_phrase_candidates(const Plan& plan, std::vector<Candidate>& candidates) {
  std::unordered_set<Xapian::docid> holders;
  if (plan.whole.empty()) {
    return holders;
  }
  std::unordered_set<Xapian::docid> known;
  for (const Candidate& candidate : candidates) {
    known.insert(candidate.document);
  }
  // A holder in the window is among the best `window` holders, as it is among the best of all.
  Best best = best_matches(ranked_enquire(plan, plan.whole), plan.parameters.window, 0, nullptr);
  std::uint32_t place = 0;
  for (Candidate& candidate : best.candidates) {
    const bool is_new = !known.contains(candidate.document);
    if (!is_new || place < plan.parameters.phrase_window) {
      holders.insert(candidate.document);
    }
    if (is_new && place < plan.parameters.phrase_window) {
      candidates.push_back(std::move(candidate));
    }
    ++place;
  }
  return holders;
}

/// Words that a passage must hold need no help from the rest of its article.
std::unordered_map<std::string, double> article_weights(const Plan& plan, const std::vector<Candidate>& candidates) {
  if (plan.bound.bare_words == 0) {
    return {};
  }
  std::vector<ArticleWords::Member> members;
  for (const Candidate& candidate : candidates) {
    members.push_back({candidate.document, candidate.article, candidate.order});
  }
  return ArticleWords(plan.database, plan.bound, plan.articles, plan.parameters).weigh(members);
}

void score(const Plan& plan, const std::unordered_set<Xapian::docid>& holders, std::vector<Candidate>& candidates) {
  Evidence evidence(plan.database, plan.bound, plan.parameters);
  const std::unordered_map<std::string, double> articles = article_weights(plan, candidates);
  double best = 0;
  for (Candidate& candidate : candidates) {
    candidate.bonus = evidence.of(candidate.document);
    const auto article = articles.find(candidate.article);
    candidate.bonus.article = article == articles.end() ? 0 : plan.parameters.article * article->second;
    candidate.score = candidate.words + candidate.bonus.sum();
    best = std::max(best, candidate.score);
  }
  const double above_all = std::ceil(best);
  for (Candidate& candidate : candidates) {
    candidate.phrase = holders.contains(candidate.document) ? above_all : 0;
    candidate.score = rounded(candidate.score + candidate.phrase);
  }
}

Xapian::doccount passages_to_count(const Plan& plan) {
  const Xapian::doccount all = plan.database.get_doccount();
  switch (plan.request.totals) {
    case Totals::None:
      return 0;
    case Totals::Bounded:
      return std::min(all, plan.parameters.exact_total) + 1;
    case Totals::Exact:
      break;
  }
  return all + 1;
}

void take_counts(const Tally& tally, Xapian::doccount estimated, Xapian::doccount checked, Window& window) {
  // The matcher looks at this many matches at least, and then leaves out those that cannot rank.
  window.is_counted = tally.passages() < checked;
  window.passages = tally.passages();
  window.articles = tally.articles();
  window.rows = tally.rows();
  if (!window.is_counted && tally.passages() > 0) {
    const double factor = std::max(1.0, static_cast<double>(estimated) / static_cast<double>(tally.passages()));
    const auto scaled = [factor](std::uint64_t n) {
      return static_cast<std::uint64_t>(std::llround(factor * static_cast<double>(n)));
    };
    window.passages = scaled(window.passages);
    window.articles = scaled(window.articles);
    window.rows = scaled(window.rows);
  }
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

void read_keys(const Xapian::Database& database, std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
  SlotReader orders(database, schema::Slot::Order);
  SlotReader articles(database, schema::Slot::Article);
  for (Candidate& candidate : candidates) {
    candidate.order = orders.at(candidate.document);
    const auto id = schema::id_in_order(candidate.order);
    candidate.article = id ? schema::article_key(*id) : articles.at(candidate.document);
  }
  if (database.get_value_freq(slot(schema::Slot::Group)) > 0) {
    SlotReader groups(database, schema::Slot::Group);
    for (Candidate& candidate : candidates) {
      candidate.group = groups.at(candidate.document);
    }
  }
}

void sort_by_score(std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.order < b.order;
  });
}

Window rank_window(const Plan& plan) {
  Window window;
  if (plan.ranked.empty()) {  // a word that must stand there is not in the index
    window.is_counted = window.holds_all = true;
    return window;
  }
  const Xapian::doccount checked = passages_to_count(plan);
  const bool grouped = plan.database.get_value_freq(slot(schema::Slot::Group)) > 0;
  Tally tally(plan.request.per_article, grouped ? plan.request.copies : Copies::All, checked);
  Xapian::Enquire enquire = ranked_enquire(plan, plan.ranked);
  if (checked > 0) {
    enquire.add_matchspy(&tally);
  }
  Best best = best_matches(enquire, plan.parameters.window, checked, plan.decider.get());
  take_counts(tally, best.estimated, checked, window);
  window.candidates = std::move(best.candidates);
  window.holds_all = window.candidates.size() < plan.parameters.window;
  if (window.candidates.empty()) {
    return window;
  }
  std::unordered_set<Xapian::docid> holders;
  if (!window.holds_all) {
    holders = add_phrase_candidates(plan, window.candidates);
  }
  read_keys(plan.database, window.candidates);
  if (window.holds_all) {
    holders = phrase_holders(plan, window.candidates);
  }
  score(plan, holders, window.candidates);
  sort_by_score(window.candidates);
  return window;
}

}  // namespace nutgraf
