// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "query/bind/bound_query.h"

namespace nutgraf::search::rank {

/// A query of nothing but words: some must occur in a passage, some must not, the others count where they occur. They
/// may have to occur as a phrase. Such queries are ranked by MaxScoreRetriever, all others by Xapian's
/// matcher.
struct BagOfWords {
  struct Word {
    const bind::BoundWord* word = nullptr;
    double scale = 0;  // of the weight that rarity gives it; 0 = only matches
    bind::Role role = bind::Role::Optional;
  };
  std::vector<Word> words;
  const bind::Clause* phrase = nullptr;  // its words are among the required ones
  std::size_t depth = 0;                 // only this many of the heaviest passages are asked about it; 0 = all
};

/// Nothing where the query contains more than words: filters, operators, patterns, runs of Han. Points into the query.
[[nodiscard]] std::optional<BagOfWords> bag_of_words(const bind::BoundQuery& query);

/// The same query, and its words as typed must occur side by side in its order. Nothing where they are more than
/// words.
[[nodiscard]] std::optional<BagOfWords> as_phrase(const BagOfWords& query, const bind::Clause& whole);

}  // namespace nutgraf::search::rank
