// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/proximity_features.h"

#include <algorithm>
#include <utility>

#include "core/schema/terms.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {
namespace {

/// More of the same is worth less and less: 1, 1.33, 1.5, ... below 2.
double diminishing(std::size_t count) {
  const auto n = static_cast<double>(count);
  return 2 * n / (n + 1);
}

bind::BoundWord in_title(bind::BoundWord word) {
  for (bind::Form& form : word.forms) {
    std::transform(form.terms.begin(), form.terms.end(), form.terms.begin(),
                   [](const std::string& term) { return schema::make_term(schema::kTitlePrefix, term); });
  }
  return word;
}

std::size_t count_ordered(std::span<const match::PositionSpan> left, std::span<const match::PositionSpan> right) {
  return static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&right](const match::PositionSpan& l) {
    const auto it = std::lower_bound(right.begin(), right.end(), match::PositionSpan{l.end, 0});
    return it != right.end() && it->begin == l.end;
  }));
}

std::size_t count_near(std::span<const match::PositionSpan> left, std::span<const match::PositionSpan> right,
                       std::uint32_t span) {
  return static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&](const match::PositionSpan& l) {
    const std::uint32_t from = l.begin > span ? l.begin - span : 0;
    const auto it = std::lower_bound(right.begin(), right.end(), match::PositionSpan{from, 0});
    return it != right.end() && it->begin <= l.begin + span;
  }));
}

}  // namespace

void SpansByDocument::clear() {
  places_.clear();
  ends_.resize(1);
}

void SpansByDocument::add(const match::PositionSpans& places) {
  places_.insert(places_.end(), places.begin(), places.end());
  ends_.push_back(places_.size());
}

ProximityFeatures::ProximityFeatures(const postings::IndexReader& reader, const bind::BoundQuery& query,
                                     const RankingParameters& parameters)
    : reader_(reader), query_(query), parameters_(parameters), words_(query.ranked.size()) {
  std::vector<double> rarities;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bind::BoundWord& word = query.ranked[i].word;
    const double passages = count_passages(reader, word);
    words_[i].idf = word.share * inverse_document_frequency(reader.database.get_doccount(), passages);
    rarities.push_back(passages > 0 ? words_[i].idf : 0);
  }
  chains_ = Chains(query, std::move(rarities));
  for (const bind::Neighbours& neighbours : query.neighbours) {
    words_[neighbours.left].reads = words_[neighbours.right].reads = Reads::Positions;
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i].reads = chains_.has(i) ? Reads::Positions : words_[i].reads;
  }
}

std::vector<PassageFeatures> ProximityFeatures::of(const std::vector<Xapian::docid>& documents) {
  std::vector<PassageFeatures> found(documents.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    look_at(i, documents, found);
  }
  for (const bind::Neighbours& neighbours : query_.neighbours) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      pair(neighbours, i, found[i].parts);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto places = [&](std::size_t ranked) { return words_[ranked].typed.of(i); };
    found[i].chains = {chains_.standing(places), chains_.possible(places)};
  }
  return found;
}

void ProximityFeatures::look_at(std::size_t ranked, const std::vector<Xapian::docid>& documents,
                                std::vector<PassageFeatures>& found) {
  Word& word = words_[ranked];
  // To open every word of a pattern costs more than its closeness is worth.
  const bind::BoundWord& bound = query_.ranked[ranked].word;
  const bind::BoundWord opened = bound.kind == bind::WordKind::Pattern ? bind::BoundWord() : bound;
  postings::WordPositions body(reader_, opened);
  postings::WordPositions title(reader_, in_title(opened));
  match::PositionSpans places;
  match::PositionSpans typed;
  word.places.clear();
  word.typed.clear();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const bool here = body.move_to(documents[i]);
    found[i].parts.typed += body.has_typed_form() ? parameters_.typed * word.idf : 0;
    found[i].parts.title += title.move_to(documents[i]) ? parameters_.title * word.idf : 0;
    if (word.reads == Reads::Postings) {
      continue;
    }
    places.clear();
    typed.clear();
    if (here) {
      body.read(places, typed);
    }
    word.places.add(places);
    word.typed.add(typed);
  }
}

void ProximityFeatures::pair(const bind::Neighbours& neighbours, std::size_t document, ScoreParts& parts) const {
  const Word& left = words_[neighbours.left];
  const Word& right = words_[neighbours.right];
  const std::span<const match::PositionSpan> a = left.places.of(document);
  const std::span<const match::PositionSpan> b = right.places.of(document);
  if (a.empty() || b.empty()) {
    return;
  }
  const double weight = std::min(left.idf, right.idf);
  parts.ordered += parameters_.ordered * weight * diminishing(count_ordered(a, b));
  parts.near += parameters_.near * weight * diminishing(count_near(a, b, parameters_.near_span));
}

}  // namespace nutgraf::search::rank
