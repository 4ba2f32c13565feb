// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/search/postings/doc_values.h"
#include "query/search/rank/bag_of_words.h"
#include "query/search/rank/bm25.h"
#include "query/search/rank/term_scorer.h"
#include "query/search/rank/topk.h"

namespace nutgraf::search::rank {

/// Finds the best passages of a query of words by BM25, as Xapian's BM25Weight computes it, with some orders less work.
///
/// MaxScore (Turtle and Flood 1995), a window of docids at a time: the postings of the essential words are added up in
/// a table, the others are looked up only for passages that may still be among the best. A word can weigh no more than
/// it would in a passage of the least length.
class MaxScoreRetriever {
 public:
  /// All of them must outlive it.
  MaxScoreRetriever(const postings::IndexReader& reader, const BagOfWords& query, const RankingParameters& parameters,
                    postings::DocLengths& lengths);
  ~MaxScoreRetriever() = default;
  MaxScoreRetriever(MaxScoreRetriever&&) = delete;
  MaxScoreRetriever& operator=(MaxScoreRetriever&&) = delete;
  MaxScoreRetriever(const MaxScoreRetriever&) = delete;
  MaxScoreRetriever& operator=(const MaxScoreRetriever&) = delete;

  /// The best `count` and all that weigh as much as the last of them (to kEqualWeights), best first. May be asked once.
  [[nodiscard]] std::vector<RankedPassage> best(std::size_t count);

  /// What each word of the query weighs in a passage, in their order.
  [[nodiscard]] std::vector<double> weights_in(Xapian::docid document);

 private:
  using Words = std::vector<TermScorer*>;
  void rank_any(const Words& optional, const Words& excluded);
  void rank(Words essential, Words non_essential);
  void rank_window(const Words& essential, const Words& non_essential, Xapian::docid first);
  void rank_alone(TermScorer& essential, postings::FormPostings& postings, const Words& non_essential,
                  Xapian::docid stop);
  [[nodiscard]] static postings::FormPostings* only_form(const Words& essential, Xapian::docid stop);
  /// Of the essential words, in one passage.
  struct Standing {
    double max_score = 0;
    const TermScorer* only = nullptr;  // where no more than one occurs there
  };
  [[nodiscard]] Standing take(const Words& essential, std::size_t offset);
  void demote(Words& essential, Words& non_essential) const;
  static void set_suffix_max_scores(Words& non_essential);
  void lay_out(const Words& essential);
  void add_up(const Words& essential, Xapian::docid first);
  [[nodiscard]] bool is_news(Xapian::docid document);
  void judge(Xapian::docid document, double max_score, const Words& non_essential);
  [[nodiscard]] bool holds_words(Xapian::docid document);
  [[nodiscard]] double weight_here(Xapian::docid document);
  void defer_frequent(Words& words, const TermScorer* essential);
  [[nodiscard]] std::vector<RankedPassage> holders(std::vector<RankedPassage> passages);
  void append_holders(std::span<const RankedPassage> some, std::vector<RankedPassage>& holders);

  const postings::IndexReader& reader_;
  const BagOfWords& query_;
  std::size_t count_ = 0;
  postings::DocLengths& lengths_;
  LengthNorm norm_;
  std::vector<TermScorer> words_;
  bool has_compounds_ = false;
  std::vector<std::uint32_t> frequencies_;  // by row and offset, of the current window
  std::vector<std::uint64_t> touched_;      // a bit for each offset of the window
  std::vector<std::uint64_t> ranked_;       // a bit for each document met before
  Words deferred_;                          // of a phrase: frequent words, looked up last
  double deferred_max_score_ = 0;           // in the weights kept until then
  TopK top_{0};
};

}  // namespace nutgraf::search::rank
