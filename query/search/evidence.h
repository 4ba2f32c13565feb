// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
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

/// Reads closeness, forms and titles of candidates, which must be visited by ascending docid.
class Evidence {
 public:
  Evidence(const Xapian::Database& database, const BoundQuery& query, const RankingParameters& parameters);

  [[nodiscard]] Bonus of(Xapian::docid document);

 private:
  struct Word {
    WordPositions body;
    WordPositions title;
    double idf = 0;
    bool here = false;
    bool read = false;
    std::vector<Place> places;
  };
  void pair(const Neighbours& pair, Bonus& bonus);
  const std::vector<Place>& places_of(Word& word);

  RankingParameters parameters_;
  std::vector<Word> words_;
  std::vector<Neighbours> neighbours_;
};

}  // namespace nutgraf
