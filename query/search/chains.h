// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/match/place.h"

namespace nutgraf {

/// A piece of a sequence of query words, from one content word to another.
struct Chain {
  std::size_t sequence = 0;  // of BoundQuery::sequences
  std::size_t first = 0;     // in it
  std::size_t last = 0;
  std::size_t words = 0;  // content words, each where it stands
  double weight = 0;      // of its content words
  double share = 0;       // of the query's content words
  double rarest = 0;      // what its rarest content word weighs
  double beside = 0;      // what the rarest content word outside of it weighs
  bool is_whole = false;  // it has every content word of the query
};

/// The chains of a query: what may stand in a passage word by word as it was typed. A word weighs what its rarity gives
/// it; words that only make the sentence weigh nothing, and chains neither begin nor end with one.
class Chains {
 public:
  Chains() = default;
  /// `rarities` of the query's ranked words; 0 = it stands in no passage, and no chain waits for it.
  Chains(const BoundQuery& query, std::vector<double> rarities);

  /// Is the word part of a sequence that has chains?
  [[nodiscard]] bool has(std::size_t ranked) const;
  /// What all content words of the query weigh.
  [[nodiscard]] double total() const { return total_; }
  [[nodiscard]] const std::vector<Chain>& all() const { return all_; }

  using PlacesOf = std::function<std::span<const Place>(std::size_t ranked)>;
  /// Indexes into `all` of those that stand in a passage where the words have these places, ascending.
  [[nodiscard]] std::vector<std::size_t> standing(const PlacesOf& places) const;

 private:
  struct Sequence {
    WordSequence words;
    std::vector<std::size_t> contents;  // of these, places of the content words
    std::size_t first_chain = 0;        // in `all`: from each content word to each behind it
  };
  struct Link {
    std::uint32_t end = 0;  // where the next word must begin
    std::size_t first = 0;  // word of the chain
  };
  void add_chains(const Sequence& sequence, std::size_t number);
  [[nodiscard]] double rarest_beside(const std::set<std::size_t>& words) const;
  static void mark(const Sequence& sequence, std::size_t first, std::size_t last, std::vector<bool>& standing);
  static void mark_standing(const Sequence& sequence, const PlacesOf& places, std::vector<bool>& standing);

  std::vector<Sequence> sequences_;
  std::vector<Chain> all_;
  std::set<std::size_t> contents_;  // ranked words
  std::vector<double> rarities_;
  double total_ = 0;
};

}  // namespace nutgraf
