// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/evidence.h"

#include <algorithm>
#include <iterator>

#include "core/schema/terms.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

/// More of the same is worth less and less: 1, 1.33, 1.5, ... below 2.
double saturated(std::size_t count) {
  const auto n = static_cast<double>(count);
  return 2 * n / (n + 1);
}

BoundWord in_title(BoundWord word) {
  for (Form& form : word.forms) {
    std::transform(form.terms.begin(), form.terms.end(), form.terms.begin(),
                   [](const std::string& term) { return schema::make_term(schema::kTitlePrefix, term); });
  }
  return word;
}

std::vector<double> rarities_of(const Tables& tables, const BoundQuery& query) {
  std::vector<double> rarities;
  std::transform(query.ranked.begin(), query.ranked.end(), std::back_inserter(rarities), [&](const RankedWord& ranked) {
    const double passages = count_passages(tables, ranked.word);
    return passages > 0 ? ranked.word.share * inverse_document_frequency(tables.database.get_doccount(), passages) : 0;
  });
  return rarities;
}

std::size_t count_ordered(const std::vector<Place>& left, const std::vector<Place>& right) {
  return static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&right](const Place& l) {
    const auto it = std::lower_bound(right.begin(), right.end(), Place{l.end, 0});
    return it != right.end() && it->begin == l.end;
  }));
}

std::size_t count_near(const std::vector<Place>& left, const std::vector<Place>& right, std::uint32_t span) {
  return static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&](const Place& l) {
    const std::uint32_t from = l.begin > span ? l.begin - span : 0;
    const auto it = std::lower_bound(right.begin(), right.end(), Place{from, 0});
    return it != right.end() && it->begin <= l.begin + span;
  }));
}

}  // namespace

Evidence::Evidence(const Tables& tables, const BoundQuery& query, const RankingParameters& parameters)
    : parameters_(parameters), neighbours_(query.neighbours), chains_(query, rarities_of(tables, query)) {
  for (const RankedWord& ranked : query.ranked) {
    // To open every word of a pattern costs more than its closeness is worth.
    const BoundWord word = ranked.word.kind == WordKind::Pattern ? BoundWord() : ranked.word;
    // Asked first: then the postings lie in the block that was read for it.
    const double idf = ranked.word.share *
                       inverse_document_frequency(tables.database.get_doccount(), count_passages(tables, ranked.word));
    words_.push_back(
        {WordPositions(tables, word), WordPositions(tables, in_title(word)), idf, chains_.has(words_.size()), {}, {}});
  }
  for (const Neighbours& neighbours : neighbours_) {
    words_[neighbours.left].has_neighbours = true;
    words_[neighbours.right].has_neighbours = true;
  }
}

std::vector<PassageEvidence> Evidence::of(const std::vector<Xapian::docid>& documents) {
  std::vector<PassageEvidence> found(documents.size());
  for (Word& word : words_) {
    look_at(word, documents, found);
  }
  for (const Neighbours& neighbours : neighbours_) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      pair(neighbours, i, found[i].bonus);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].chains = chains_.standing([&](std::size_t ranked) -> const Places& { return words_[ranked].typed[i]; });
  }
  return found;
}

void Evidence::look_at(Word& word, const std::vector<Xapian::docid>& documents,
                       std::vector<PassageEvidence>& found) const {
  word.places.assign(documents.size(), {});
  word.typed.assign(documents.size(), {});
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const bool here = word.body.move_to(documents[i]);
    found[i].bonus.typed += word.body.has_typed_form() ? parameters_.typed * word.idf : 0;
    found[i].bonus.title += word.title.move_to(documents[i]) ? parameters_.title * word.idf : 0;
    if (here && word.has_neighbours) {
      word.body.read(word.places[i], word.typed[i]);
    }
  }
}

void Evidence::pair(const Neighbours& neighbours, std::size_t document, Bonus& bonus) const {
  const Word& left = words_[neighbours.left];
  const Word& right = words_[neighbours.right];
  const std::vector<Place>& a = left.places[document];
  const std::vector<Place>& b = right.places[document];
  if (a.empty() || b.empty()) {
    return;
  }
  const double weight = std::min(left.idf, right.idf);
  bonus.ordered += parameters_.ordered * weight * saturated(count_ordered(a, b));
  bonus.near += parameters_.near * weight * saturated(count_near(a, b, parameters_.near_span));
}

}  // namespace nutgraf
