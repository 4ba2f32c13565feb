// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>

#include "query/bind/bound_query.h"
#include "query/search/postings/index_reader.h"

/// BM25 as Xapian's BM25Weight computes it, for what is weighed beside the matcher.
namespace nutgraf::search::rank {

/// Every number that ranking depends on, chosen once over all judged collections and the queries of tests/eval. Weights
/// of evidence are in units of a word's inverse document frequency.
struct RankingParameters {
  double k1 = 1.5;
  double b = 0.75;
  double ordered = 0.13;  // two neighbours of the query side by side and in order
  double near = 0.075;    // two neighbours of the query within near_span positions
  std::uint32_t near_span = 8;
  double chain = 520;              // the heaviest chain of the query's words, in units of all its content words,
  double chain_power = 6.1;        // times the share of these in it, to this power,
  double chain_holders = 0.27;     // times the share of the candidates with its words that contain it, as if this share
                                   // of all candidates (at most `window`) had its words apart,
  double rarity_power = 0.95;      // and how common the rarest word beside it is, to this one
  double leading_share = 2.0 / 3;  // of the query's content words: a chain of fewer does not lead by itself, but is
  double chain_margin = 0.13;      // worth what its best passage lacks to lead, and this, in units of all content words
  std::uint32_t chain_evidence = 30;  // where fewer passages are rescored, more depends on chains and less on how many
                                      // have them
  double typed = 0.195;               // the form typed occurs in the passage
  double title = 0.455;               // the word occurs in the title
  double article = 1.5;               // times BM25 of the whole article, where words are ranked, not required
  std::uint32_t window = 100;         // passages that are rescored
  std::uint32_t phrase_window = 50;   // and those that contain the whole query as a phrase
  std::uint32_t chain_window = 30;    // and for each of the heaviest chains those that contain it
  std::uint32_t chain_depth = 500;    // among this many that contain its words
  double frequent_share = 0.1;        // a chain of words in more of all passages than this share
  double frequent_passages = 20000;   // and this number is not looked for: some of the best contain it anyway
  std::uint32_t most_chains = 3;      // that are looked for
  std::uint32_t exact_total = 1000;   // totals are exact up to this many matching passages
};

/// The part of BM25 that depends on a passage's length.
struct LengthNorm {
  double k1 = 0;
  double b = 0;
  double average_length = 1;
  [[nodiscard]] double at(double length) const { return k1 * (1 - b + b * length / average_length); }
  /// The length that has this norm; endless where lengths do not matter.
  [[nodiscard]] double length_at(double damping) const {
    return k1 * b > 0 ? (damping - k1 * (1 - b)) * average_length / (k1 * b) : std::numeric_limits<double>::max();
  }
};

/// What a word weighs that occurs `frequency` times where lengths have this norm: `weight` as the frequency grows.
[[nodiscard]] inline double saturated(double weight, double frequency, double norm) {
  return weight * frequency / (frequency + norm);
}

/// Of a word in `in` of `all` documents: Robertson and Sparck Jones, kept above zero as Xapian does.
[[nodiscard]] double inverse_document_frequency(double all, double in);
/// About how many passages contain the word: the sum over its forms, at most all.
[[nodiscard]] double count_passages(const postings::IndexReader& reader, const bind::BoundWord& word);
/// About how often it occurs: the sum over its forms. Bigrams have no frequency and count as 0.
[[nodiscard]] double count_occurrences(const postings::IndexReader& reader, const bind::BoundWord& word);
/// The share of passages that contain a form, as Xapian's matcher computes it; forms are taken to occur independently
/// of one another.
[[nodiscard]] double share_of_passages(const postings::IndexReader& reader, const bind::Form& form);

}  // namespace nutgraf::search::rank
