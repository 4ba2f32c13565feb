// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
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

/// Places in documents, one document's after the other's in one array.
class PlacesByDocument {
 public:
  void clear();
  /// Those of the next document.
  void add(const Places& places);
  [[nodiscard]] std::span<const Place> of(std::size_t document) const {
    return std::span(places_).subspan(ends_[document], ends_[document + 1] - ends_[document]);
  }

 private:
  Places places_;
  std::vector<std::size_t> ends_ = {0};
};

/// Reads closeness, forms and titles of passages. All passages are asked about one word before the next: so its
/// positions lie in the table.
class Evidence {
 public:
  /// Tables and query must outlive it.
  Evidence(const Tables& tables, const BoundQuery& query, const RankingParameters& parameters);

  /// One for each document; they are given by ascending docid.
  [[nodiscard]] std::vector<PassageEvidence> of(const std::vector<Xapian::docid>& documents);
  [[nodiscard]] const Chains& chains() const { return chains_; }

 private:
  enum class Reads : std::uint8_t { Postings, Positions };
  struct Word {
    double idf = 0;
    Reads reads = Reads::Postings;
    PlacesByDocument places;
    PlacesByDocument typed;  // of these, those of no relative
  };
  void look_at(std::size_t ranked, const std::vector<Xapian::docid>& documents, std::vector<PassageEvidence>& found);
  void pair(const Neighbours& neighbours, std::size_t document, Bonus& bonus) const;

  const Tables& tables_;
  const BoundQuery& query_;
  RankingParameters parameters_;
  std::vector<Word> words_;  // by BoundQuery::ranked
  Chains chains_;
};

}  // namespace nutgraf
