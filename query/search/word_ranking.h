// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/search/document_lengths.h"
#include "query/search/ranking_parameters.h"
#include "query/search/ranking_word.h"
#include "query/search/top_passages.h"
#include "query/search/word_query.h"

namespace nutgraf {

/// Ranks the passages of a query of words by BM25, as Xapian's BM25Weight does, with some orders less work.
///
/// MaxScore (Turtle and Flood 1995), a stretch of documents at a time: the postings of the words that decide are added
/// up in a table, the others are looked up only for passages that may still be among the best. A word can weigh no more
/// than it would in a passage of the least length.
class WordRanking {
 public:
  /// For the best `count`. Query and lengths must outlive it.
  WordRanking(const Tables& tables, const WordQuery& query, const RankingParameters& parameters,
              DocumentLengths& lengths, std::size_t count);
  ~WordRanking() = default;
  WordRanking(WordRanking&&) = delete;
  WordRanking& operator=(WordRanking&&) = delete;
  WordRanking(const WordRanking&) = delete;
  WordRanking& operator=(const WordRanking&) = delete;

  /// The best and all that weigh as much as the last of them (to kEqualWeights), best first. May be asked once.
  [[nodiscard]] std::vector<RankedPassage> best();

  /// What each word of the query weighs in a passage, in their order.
  [[nodiscard]] std::vector<double> weights_in(Xapian::docid document);

 private:
  using Words = std::vector<RankingWord*>;
  void rank_any(const Words& optional, const Words& excluded);
  void rank(Words deciding, Words others);
  void rank_stretch(const Words& deciding, const Words& others, Xapian::docid first);
  void rank_alone(RankingWord& deciding, FormPostings& postings, const Words& others, Xapian::docid stop);
  [[nodiscard]] static FormPostings* only_form(const Words& deciding, Xapian::docid stop);
  /// Of the words that decide, in one passage.
  struct Standing {
    double bound = 0;
    const RankingWord* only = nullptr;  // where no more than one stands there
  };
  [[nodiscard]] Standing take(const Words& deciding, std::size_t offset);
  void demote(Words& deciding, Words& others) const;
  static void set_ahead(Words& others);
  void lay_out(const Words& deciding);
  void add_up(const Words& deciding, Xapian::docid first);
  [[nodiscard]] bool is_news(Xapian::docid document);
  void judge(Xapian::docid document, double bound, const Words& others);
  [[nodiscard]] bool holds_words(Xapian::docid document);
  [[nodiscard]] double weight_here(Xapian::docid document);
  void take_late(Words& words, const RankingWord* deciding);
  [[nodiscard]] std::vector<RankedPassage> holders(std::vector<RankedPassage> passages);
  void append_holders(std::span<const RankedPassage> some, std::vector<RankedPassage>& holders);

  const Tables& tables_;
  const WordQuery& query_;
  std::size_t count_;
  DocumentLengths& lengths_;
  Damping damping_;
  std::vector<RankingWord> words_;
  bool has_compounds_ = false;
  std::vector<std::uint32_t> frequencies_;  // by row and offset, of the stretch at hand
  std::vector<std::uint64_t> touched_;      // a bit for each offset of the stretch
  std::vector<std::uint64_t> ranked_;       // a bit for each document met before
  Words late_;                              // of a phrase: frequent words, looked up last
  double late_bound_ = 0;                   // in the weights kept until then
  TopPassages top_;
};

}  // namespace nutgraf
