// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/window.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/schema/slots.h"
#include "query/search/best_passages.h"
#include "query/search/rescore.h"
#include "query/search/slot.h"
#include "query/search/slot_reader.h"
#include "query/search/tally.h"

namespace nutgraf {
namespace {

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

void read_keys(const Tables& tables, std::vector<ScoredPassage>& candidates) {
  if (!std::ranges::is_sorted(candidates, {}, &ScoredPassage::document)) {
    std::ranges::sort(candidates, {}, &ScoredPassage::document);
  }
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
  rescore(plan, window.holds_all ? Beyond::Nothing : Beyond::Matches, window.candidates);
  sort_by_score(window.candidates);
  return window;
}

}  // namespace nutgraf
