// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/window.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "core/schema/slots.h"
#include "query/search/article_words.h"
#include "query/search/best_passages.h"
#include "query/search/phrase_holders.h"
#include "query/search/slot.h"
#include "query/search/slot_reader.h"
#include "query/search/tally.h"

namespace nutgraf {
namespace {

std::vector<ScoredPassage> candidates_of(const std::vector<RankedPassage>& passages) {
  std::vector<ScoredPassage> candidates;
  candidates.reserve(passages.size());
  for (const RankedPassage& passage : passages) {
    ScoredPassage& candidate = candidates.emplace_back();
    candidate.document = passage.document;
    candidate.words = passage.weight;
  }
  return candidates;
}

std::vector<Xapian::docid> documents_of(const std::vector<ScoredPassage>& candidates) {
  std::vector<Xapian::docid> documents(candidates.size());
  std::transform(candidates.begin(), candidates.end(), documents.begin(),
                 [](const ScoredPassage& candidate) { return candidate.document; });
  return documents;
}

/// Which of these, by ascending docid, hold the whole query as a phrase.
std::unordered_set<Xapian::docid> holders_among(const Plan& plan, const std::vector<ScoredPassage>& candidates) {
  if (plan.whole.empty()) {
    return {};
  }
  const std::vector<Xapian::docid> holding = phrase_holders(plan.tables, plan.bound.whole, documents_of(candidates));
  return {holding.begin(), holding.end()};
}

/// Adds the best of those that hold the whole query as a phrase; says which of all hold it.
std::unordered_set<Xapian::docid> add_phrase_candidates(const Plan& plan, std::vector<ScoredPassage>& candidates) {
  std::unordered_set<Xapian::docid> holders;
  if (plan.whole.empty()) {
    return holders;
  }
  std::unordered_set<Xapian::docid> known;
  for (const ScoredPassage& candidate : candidates) {
    known.insert(candidate.document);
  }
  // A holder in the window is among the best `window` holders, as it is among the best of all.
  const BestPassages best = best_phrase_holders(plan, plan.parameters.window);
  std::uint32_t place = 0;
  for (ScoredPassage& candidate : candidates_of(best.passages)) {
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
std::unordered_map<std::string, double> article_weights(const Plan& plan,
                                                        const std::vector<ScoredPassage>& candidates) {
  if (plan.bound.bare_words == 0) {
    return {};
  }
  std::vector<ArticleWords::Member> members;
  members.reserve(candidates.size());
  for (const ScoredPassage& candidate : candidates) {
    members.push_back({candidate.document, candidate.article, candidate.order});
  }
  return ArticleWords(plan.tables, plan.bound, plan.articles, plan.parameters).weigh(members);
}

void score(const Plan& plan, const std::unordered_set<Xapian::docid>& holders, std::vector<ScoredPassage>& candidates) {
  const std::vector<Bonus> bonuses = Evidence(plan.tables, plan.bound, plan.parameters).of(documents_of(candidates));
  const std::unordered_map<std::string, double> articles = article_weights(plan, candidates);
  double best = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    ScoredPassage& candidate = candidates[i];
    candidate.bonus = bonuses[i];
    const auto article = articles.find(candidate.article);
    candidate.bonus.article = article == articles.end() ? 0 : plan.parameters.article * article->second;
    candidate.score = candidate.words + candidate.bonus.sum();
    best = std::max(best, candidate.score);
  }
  const double above_all = std::ceil(best);
  for (ScoredPassage& candidate : candidates) {
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

void read_keys(const Tables& tables, std::vector<ScoredPassage>& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const ScoredPassage& a, const ScoredPassage& b) { return a.document < b.document; });
  SlotReader orders(tables, schema::Slot::Order);
  std::optional<SlotReader> articles;  // for ids that stand in no order
  for (ScoredPassage& candidate : candidates) {
    candidate.order = orders.at(candidate.document);
    const auto id = schema::id_in_order(candidate.order);
    if (!id && !articles) {
      articles.emplace(tables, schema::Slot::Article);
    }
    candidate.article = id ? schema::article_key(*id) : std::string(articles->at(candidate.document));
  }
  if (tables.database.get_value_freq(slot(schema::Slot::Group)) > 0) {
    SlotReader groups(tables, schema::Slot::Group);
    for (ScoredPassage& candidate : candidates) {
      candidate.group = groups.at(candidate.document);
    }
  }
}

void sort_by_score(std::vector<ScoredPassage>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const ScoredPassage& a, const ScoredPassage& b) {
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
  const BestPassages best = best_passages(plan, plan.parameters.window, {&tally, checked});
  take_counts(tally, best.estimated, checked, window);
  window.candidates = candidates_of(best.passages);
  window.holds_all = window.candidates.size() < plan.parameters.window;
  if (window.candidates.empty()) {
    return window;
  }
  std::unordered_set<Xapian::docid> holders;
  if (!window.holds_all) {
    holders = add_phrase_candidates(plan, window.candidates);
  }
  read_keys(plan.tables, window.candidates);
  if (window.holds_all) {
    holders = holders_among(plan, window.candidates);
  }
  score(plan, holders, window.candidates);
  sort_by_score(window.candidates);
  return window;
}

}  // namespace nutgraf
