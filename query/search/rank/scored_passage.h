// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "query/search/postings/index_reader.h"
#include "query/search/rank/topk.h"

namespace nutgraf::search::rank {

/// What a passage's score gets beyond the weights of its words.
struct ScoreParts {
  double ordered = 0;
  double near = 0;
  double chain = 0;
  double typed = 0;
  double title = 0;
  double article = 0;
  [[nodiscard]] double sum() const { return ordered + near + chain + typed + title + article; }
};

/// A passage that matches, with what its place in the list depends on.
struct ScoredPassage {
  Xapian::docid document = 0;
  double words = 0;  // BM25
  ScoreParts parts;
  std::vector<std::size_t> chains;  // of the query's words, that occur in it
  double content = 0;               // for containing all its content words as a phrase
  double phrase = 0;                // for containing the whole query as a phrase
  double score = 0;                 // their sum, rounded to 1e-6
  std::string order;                // among equal scores, the smaller first
  std::string article;
  std::string group;  // of copies: the article that stands for them; empty = itself
};

/// Scores are told apart to this many steps in 1.
[[nodiscard]] double rounded(double score);

[[nodiscard]] std::vector<ScoredPassage> scored(const std::vector<RankedPassage>& passages);
/// Fills order, article and group of all of them; sorts by document on the way.
void read_keys(const postings::IndexReader& reader, std::vector<ScoredPassage>& passages);
/// Best first.
void sort_by_score(std::vector<ScoredPassage>& passages);

}  // namespace nutgraf::search::rank
