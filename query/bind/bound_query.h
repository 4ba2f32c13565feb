// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "query/bind/bound_node.h"
#include "query/bind/bound_word.h"

/// A query bound to an index: every word is a list of index terms. Knows nothing of Xapian: see query/search.
namespace nutgraf::bind {

enum class RankedKind : std::uint8_t {
  Content,
  Function,      // only makes the sentence
  CompoundPart,  // ranks beside the hyphenated word that it is part of
};

/// A word that ranks, once however often it was typed.
struct RankedWord {
  BoundWord word;
  std::uint32_t times = 1;
  RankedKind kind = RankedKind::Content;
};

/// Indexes into BoundQuery::ranked of words typed one after the other.
using WordSequence = std::vector<std::size_t>;

/// Indexes into BoundQuery::ranked of two words typed one after the other.
struct Neighbours {
  std::size_t left = 0;
  std::size_t right = 0;
  friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

struct BoundQuery {
  BoundNode root;
  std::vector<RankedWord> ranked;                // outside of NOT, in reading order
  std::vector<Neighbours> neighbours;            // each once
  std::vector<WordSequence> sequences;           // words side by side that are no phrase
  std::vector<Clause> clauses;                   // outside of NOT and of `conditions`: what is marked and counted
  std::vector<PositionConditionPtr> conditions;  // outside of NOT: what takes part in them is marked and counted too
  Clause full_phrase;          // the whole query as one phrase of the forms typed; no parts where it is none
  std::size_t bare_words = 0;  // words side by side at the top level that are not required
  bool has_date_filter = false;
};

/// One line per word: its forms, and the decisions about acronyms.
[[nodiscard]] std::string describe(const BoundQuery& query);

}  // namespace nutgraf::bind
