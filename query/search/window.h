// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "query/search/evidence.h"
#include "query/search/plan.h"
#include "query/search/top_passages.h"

namespace nutgraf {

/// A passage that matches, with what its place in the list depends on.
struct ScoredPassage {
  Xapian::docid document = 0;
  double words = 0;  // BM25
  Bonus bonus;
  std::vector<std::size_t> chains;  // of the query's words, that stand in it
  double content = 0;               // for holding all its content words as a phrase
  double phrase = 0;                // for holding the whole query as a phrase
  double score = 0;                 // their sum, rounded to 1e-6
  std::string order;                // among equal scores, the smaller first
  std::string article;
  std::string group;  // of copies; empty = none
};

/// The passages that are rescored, best first, and what was counted on the way.
struct Window {
  std::vector<ScoredPassage> candidates;
  bool holds_all = false;   // nothing matches beyond
  bool is_counted = false;  // passages, articles and rows are exact, not estimates
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
  std::uint64_t rows = 0;
};

[[nodiscard]] Window rank_window(const Plan& plan);

[[nodiscard]] std::vector<ScoredPassage> candidates_of(const std::vector<RankedPassage>& passages);
/// Fills order, article and group of all of them; sorts by document on the way.
void read_keys(const Tables& tables, std::vector<ScoredPassage>& candidates);
/// Best first.
void sort_by_score(std::vector<ScoredPassage>& candidates);

}  // namespace nutgraf
