// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/evidence.h"

#include <algorithm>

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

Evidence::Evidence(const Xapian::Database& database, const BoundQuery& query, const RankingParameters& parameters)
    : parameters_(parameters), neighbours_(query.neighbours) {
  for (const RankedWord& ranked : query.ranked) {
    // To open every word of a pattern costs more than its closeness is worth.
    const BoundWord word = ranked.word.kind == WordKind::Pattern ? BoundWord() : ranked.word;
    words_.push_back(
        {WordPositions(database, word),
         WordPositions(database, in_title(word)),
         ranked.word.share * inverse_document_frequency(database.get_doccount(), count_passages(database, ranked.word)),
         false,
         false,
         {}});
  }
}

Bonus Evidence::of(Xapian::docid document) {
  Bonus bonus;
  for (Word& word : words_) {
    word.here = word.body.move_to(document);
    word.read = false;
    bonus.typed += word.body.has_typed_form() ? parameters_.typed * word.idf : 0;
    bonus.title += word.title.move_to(document) ? parameters_.title * word.idf : 0;
  }
  for (const Neighbours& neighbours : neighbours_) {
    if (words_[neighbours.left].here && words_[neighbours.right].here) {
      pair(neighbours, bonus);
    }
  }
  return bonus;
}

void Evidence::pair(const Neighbours& neighbours, Bonus& bonus) {
  Word& left = words_[neighbours.left];
  Word& right = words_[neighbours.right];
  const std::vector<Place>& a = places_of(left);
  const std::vector<Place>& b = places_of(right);
  const double weight = std::min(left.idf, right.idf);
  bonus.ordered += parameters_.ordered * weight * saturated(count_ordered(a, b));
  bonus.near += parameters_.near * weight * saturated(count_near(a, b, parameters_.near_span));
}

const std::vector<Place>& Evidence::places_of(Word& word) {
  if (!word.read) {
    word.body.read(word.places);
    word.read = true;
  }
  return word.places;
}

}  // namespace nutgraf
