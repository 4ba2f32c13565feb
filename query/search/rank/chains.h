// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/match/position_span.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {

/// A piece of a sequence of query words, from one content word to another.
struct Chain {
  std::size_t sequence = 0;  // of BoundQuery::sequences
  std::size_t first = 0;     // in it
  std::size_t last = 0;
  std::size_t words = 0;  // content words, each where it occurs
  double weight = 0;      // of its content words
  double share = 0;       // of the query's content words
  double rarest = 0;      // what its rarest content word weighs
  double beside = 0;      // what the rarest content word outside of it weighs
  bool is_whole = false;  // it has every content word of the query
};

/// The chains of a query: what may occur in a passage word by word as it was typed. A word weighs what its rarity gives
/// it; words that only make the sentence weigh nothing, and chains neither begin nor end with one.
class Chains {
 public:
  Chains() = default;
  /// `rarities` of the query's ranked words; 0 = it occurs in no passage, and no chain waits for it.
  Chains(const bind::BoundQuery& query, std::vector<double> rarities);

  /// Is the word part of a sequence that has chains?
  [[nodiscard]] bool has(std::size_t ranked) const;
  /// What all content words of the query weigh.
  [[nodiscard]] double total() const { return total_; }
  [[nodiscard]] const std::vector<Chain>& all() const { return all_; }

  using PlacesOf = std::function<std::span<const match::PositionSpan>(std::size_t ranked)>;
  /// Indexes into `all` of those that occur in a passage where the words have these places, ascending.
  [[nodiscard]] std::vector<std::size_t> standing(const PlacesOf& places) const;
  /// Of those whose content words all occur in it, wherever they stand, ascending.
  [[nodiscard]] std::vector<std::size_t> possible(const PlacesOf& places) const;

 private:
  struct Sequence {
    bind::WordSequence words;
    std::vector<std::size_t> contents;  // of these, places of the content words
    std::size_t first_chain = 0;        // in `all`: from each content word to each after it
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

/// Indexes into Chains::all, ascending.
struct PassageChains {
  std::vector<std::size_t> standing;  // in a passage, as typed
  std::vector<std::size_t> possible;  // their content words occur in it
};

/// What chains are worth to the passages in which they occur, as typed.
class ChainWeights {
 public:
  /// `rarest`: what a word of one passage weighs.
  ChainWeights(const Chains& chains, const RankingParameters& parameters, double rarest)
      : chains_(chains),
        parameters_(parameters),
        rarest_(rarest),
        passages_(chains.all().size()),
        possible_(chains.all().size()) {}

  /// Another of the passages that are rescored, and the chains in it. All of them are counted before any is weighed.
  void count(const PassageChains& chains);
  /// In how many of them it occurs.
  [[nodiscard]] const std::vector<std::size_t>& passages() const { return passages_; }
  /// Words that stand together in most passages that have them all are a term; those that do so in few may by chance,
  /// if the passages are many.
  [[nodiscard]] double weight(std::size_t chain) const;
  /// By how much the best passage with a chain of few of the content words may lead; more where passages are few.
  [[nodiscard]] double margin() const;
  /// What it is worth where as many passages as are looked for contain it.
  [[nodiscard]] double usual_weight(std::size_t chain) const;
  /// Is one of them all content words of the query?
  [[nodiscard]] bool holds_all(const std::vector<std::size_t>& standing) const;

 private:
  [[nodiscard]] double evidence() const;  // below 1 where passages are few
  [[nodiscard]] double share_of(double passages, double possible) const;
  [[nodiscard]] double weight_of(const Chain& chain) const;

  const Chains& chains_;
  const RankingParameters& parameters_;
  double rarest_;
  std::vector<std::size_t> passages_;  // by chain
  std::vector<std::size_t> possible_;  // by chain
  std::size_t all_passages_ = 0;
};

}  // namespace nutgraf::search::rank
