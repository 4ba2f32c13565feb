// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/postings/positions.h"
#include "query/search/rank/bm25.h"
#include "query/search/rank/chains.h"
#include "query/search/rank/scored_passage.h"

namespace nutgraf::search::rank {

/// The parts of a score that closeness, forms and titles give, without that of chains; and those of
/// ProximityFeatures::chains that occur in the passage.
struct PassageFeatures {
  ScoreParts parts;
  PassageChains chains;
};

/// PositionSpans in documents, one document's after the other's in one array.
class SpansByDocument {
 public:
  void clear();
  /// Those of the next document.
  void add(const match::PositionSpans& places);
  [[nodiscard]] std::span<const match::PositionSpan> of(std::size_t document) const {
    return std::span(places_).subspan(ends_[document], ends_[document + 1] - ends_[document]);
  }

 private:
  match::PositionSpans places_;
  std::vector<std::size_t> ends_ = {0};
};

/// Reads closeness, forms and titles of passages. All passages are asked about one word before the next: so its
/// positions lie in the table.
class ProximityFeatures {
 public:
  /// IndexReader and query must outlive it.
  ProximityFeatures(const postings::IndexReader& reader, const bind::BoundQuery& query,
                    const RankingParameters& parameters);

  /// One for each document; they are given by ascending docid.
  [[nodiscard]] std::vector<PassageFeatures> of(const std::vector<Xapian::docid>& documents);
  [[nodiscard]] const Chains& chains() const { return chains_; }

 private:
  enum class Reads : std::uint8_t { Postings, Positions };
  struct Word {
    double idf = 0;
    Reads reads = Reads::Postings;
    SpansByDocument places;
    SpansByDocument typed;  // of these, those of no relative
  };
  void look_at(std::size_t ranked, const std::vector<Xapian::docid>& documents, std::vector<PassageFeatures>& found);
  void pair(const bind::Neighbours& neighbours, std::size_t document, ScoreParts& parts) const;

  const postings::IndexReader& reader_;
  const bind::BoundQuery& query_;
  RankingParameters parameters_;
  std::vector<Word> words_;  // by BoundQuery::ranked
  Chains chains_;
};

}  // namespace nutgraf::search::rank
