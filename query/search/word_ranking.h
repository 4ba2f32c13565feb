// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/search/document_lengths.h"
#include "query/search/form_postings.h"
#include "query/search/ranking_parameters.h"
#include "query/search/word_query.h"

namespace nutgraf {

struct RankedPassage {
  Xapian::docid document = 0;
  double weight = 0;
};

/// Ranks the passages of a query of words by BM25, as Xapian's BM25Weight does, with some orders less work.
///
/// MaxScore (Turtle and Flood 1995), a stretch of documents at a time: the postings of the words that decide are added
/// up in a table, the others are looked up only for passages that may still be among the best. A word can weigh no more
/// than it would in a passage of the least length.
class WordRanking {
 public:
  /// All of these must outlive it.
  WordRanking(const Xapian::Database& database, const WordQuery& query, const RankingParameters& parameters,
              DocumentLengths& lengths);
  ~WordRanking();
  WordRanking(const WordRanking&) = delete;
  WordRanking& operator=(const WordRanking&) = delete;

  /// The best `count` and all that weigh as much as the last of them (to kEqual), best first. May be asked once.
  [[nodiscard]] std::vector<RankedPassage> best(std::size_t count);

  /// What each word of the query weighs in a passage, in their order.
  [[nodiscard]] std::vector<double> weights_in(Xapian::docid document);

  static constexpr double kEqual = 1e-6;

 private:
  struct Word;
  void rank_any(const std::vector<Word*>& optional, const std::vector<Word*>& excluded);
  void rank(std::vector<Word*> deciding, std::vector<Word*> others);
  void rank_stretch(const std::vector<Word*>& deciding, const std::vector<Word*>& others, Xapian::docid first);
  void rank_alone(Word& deciding, FormPostings& postings, const std::vector<Word*>& others, Xapian::docid first);
  void demote(std::vector<Word*>& deciding, std::vector<Word*>& others) const;
  static void set_ahead(std::vector<Word*>& others);
  void add_up(const std::vector<Word*>& deciding, Xapian::docid first);
  [[nodiscard]] bool is_news(Xapian::docid document);
  void judge(Xapian::docid document, double bound, const std::vector<Word*>& others);
  [[nodiscard]] bool holds_words(Xapian::docid document);
  [[nodiscard]] double weight_here(double length) const;
  [[nodiscard]] double weight_of(const Word& word, double length) const;
  void keep(const RankedPassage& passage);
  void prune();
  void take_late(std::vector<Word*>& words, const Word* deciding);
  [[nodiscard]] std::vector<RankedPassage> holders(const BoundUnit& phrase, std::size_t count);
  void append_holders(const BoundUnit& phrase, std::span<const RankedPassage> some,
                      std::vector<RankedPassage>& holders);

  Xapian::Database database_;
  const WordQuery& query_;
  RankingParameters parameters_;
  DocumentLengths& lengths_;
  double average_length_ = 1;
  std::vector<Word> words_;
  bool has_compounds_ = false;
  std::size_t rows_ = 0;                    // of the table of frequencies
  std::vector<std::uint32_t> frequencies_;  // by row and offset, of the stretch at hand
  std::vector<std::uint64_t> touched_;      // a bit for each offset of the stretch
  std::vector<std::uint64_t> ranked_;       // a bit for each document met before
  std::vector<Word*> late_;                 // of a phrase: frequent words, looked up last
  double late_bound_ = 0;                   // in the weights kept until then
  std::vector<RankedPassage> kept_;
  std::size_t count_ = 0;
  std::size_t full_ = 0;
  double threshold_ = 0;  // below it nothing is kept
};

}  // namespace nutgraf
