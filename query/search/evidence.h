// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/chains.h"
#include "query/search/ranking_parameters.h"
#include "query/search/word_positions.h"

namespace nutgraf {

/// What a passage's score gets beyond the weights of its words.
struct Bonus {
  double ordered = 0;
  double near = 0;
  double chain = 0;
  double typed = 0;
  double title = 0;
  double article = 0;
  [[nodiscard]] double sum() const { return ordered + near + chain + typed + title + article; }
};

/// A passage's bonus, but for chains; and which of Evidence::chains stand in it as typed.
struct PassageEvidence {
  Bonus bonus;
  std::vector<std::size_t> chains;
};

/// Reads closeness, forms and titles of passages. All passages are asked about one word before the next: so its
/// positions lie in the table.
class Evidence {
 public:
  Evidence(const Tables& tables, const BoundQuery& query, const RankingParameters& parameters);

  /// One for each document; they are given by ascending docid.
  [[nodiscard]] std::vector<PassageEvidence> of(const std::vector<Xapian::docid>& documents);
  [[nodiscard]] const Chains& chains() const { return chains_; }

 private:
  struct Word {
    WordPositions body;
    WordPositions title;
    double idf = 0;
    bool has_neighbours = false;
    std::vector<Places> places;  // by document; none where the word does not stand or has no neighbours
    std::vector<Places> typed;   // of these, those of no relative
  };
  void look_at(Word& word, const std::vector<Xapian::docid>& documents, std::vector<PassageEvidence>& found) const;
  void pair(const Neighbours& neighbours, std::size_t document, Bonus& bonus) const;

  RankingParameters parameters_;
  std::vector<Word> words_;
  std::vector<Neighbours> neighbours_;
  Chains chains_;
};

}  // namespace nutgraf
