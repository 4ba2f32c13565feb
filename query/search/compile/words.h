// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/bind/bound_query.h"

/// From bound words and phrases to Xapian's queries.
namespace nutgraf::search::compile {

inline constexpr double kK3 = 1000;  // of BM25: repeated query words count almost fully

/// What a word typed N times weighs, in units of one typed once.
[[nodiscard]] double times_weight(std::uint32_t times);

/// The terms of a word of which any one is enough; nothing for a phrase, and where a form takes several positions or
/// counts in one language only.
[[nodiscard]] std::optional<std::vector<std::string>> alternative_terms(const bind::Clause& clause);

/// How much each word that ranks weighs, by bind::forms_key, in units of the weight that its rarity gives it.
[[nodiscard]] std::unordered_map<std::string, double> word_scales(const bind::BoundQuery& query);

/// Weight comes from one SYNONYM per word that ranks; phrases filter. The bound query need not outlive it.
class WordCompiler {
 public:
  explicit WordCompiler(const bind::BoundQuery& query) : scales_(word_scales(query)) {}

  /// All forms of a word as one, scaled. A run matches by its bigrams, and weighs as its words.
  [[nodiscard]] Xapian::Query word(const bind::BoundWord& word) const;
  /// Passages that contain the words of a clause at consecutive positions, weighted by its words; those of runs need
  /// not occur.
  [[nodiscard]] Xapian::Query clause(const bind::Clause& clause) const;
  /// Passages that contain every word of a clause, anywhere.
  [[nodiscard]] Xapian::Query all_words(const bind::Clause& clause) const;

 private:
  [[nodiscard]] Xapian::Query forms(const bind::BoundWord& word) const;
  [[nodiscard]] Xapian::Query weighed_phrase(const bind::Clause& clause) const;

  std::unordered_map<std::string, double> scales_;
};

/// Hyphenated words of a phrase that may be written in too many ways: refused with Failure(Usage) in a phrase that was
/// typed; in one that only helps to rank, the last of them count as typed.
enum class Mixtures : std::uint8_t { All, SomeIfMany };

/// Passages that contain these words at consecutive positions; no weight is meant by it.
[[nodiscard]] Xapian::Query phrase_query(const bind::Clause& clause, Mixtures mixtures = Mixtures::All);

}  // namespace nutgraf::search::compile
