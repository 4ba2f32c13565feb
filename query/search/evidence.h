// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/ranking_parameters.h"
#include "query/search/word_positions.h"

namespace nutgraf {

/// What a passage's score gets beyond the weights of its words.
struct Bonus {
  double ordered = 0;
  double near = 0;
  double typed = 0;
  double title = 0;
  double article = 0;
  [[nodiscard]] double sum() const { return ordered + near + typed + title + article; }
};

/// Reads closeness, forms and titles of passages. All passages are asked about one word before the next: so its
/// positions lie in the table.
class Evidence {
 public:
  Evidence(const Tables& tables, const BoundQuery& query, const RankingParameters& parameters);

  /// One for each document; they are given by ascending docid.
  [[nodiscard]] std::vector<Bonus> of(const std::vector<Xapian::docid>& documents);

 private:
  struct Word {
    WordPositions body;
    WordPositions title;
    double idf = 0;
    bool has_neighbours = false;
    std::vector<std::vector<Place>> places;  // by document; none where the word does not stand or has no neighbours
  };
  void look_at(Word& word, const std::vector<Xapian::docid>& documents, std::vector<Bonus>& bonuses) const;
  void pair(const Neighbours& neighbours, std::size_t document, Bonus& bonus) const;

  RankingParameters parameters_;
  std::vector<Word> words_;
  std::vector<Neighbours> neighbours_;
};

}  // namespace nutgraf
