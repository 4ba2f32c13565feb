// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/index_reader.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {

/// About how many articles contain a word, remembered for the next query. The index has no such number: those of a rare
/// word are counted, those of a frequent one estimated from how many passages contain it and how often it occurs.
class ArticleFrequencies {
 public:
  ArticleFrequencies(postings::IndexReader reader, double articles) : reader_(std::move(reader)), articles_(articles) {}

  [[nodiscard]] double of(const bind::BoundWord& word);

 private:
  [[nodiscard]] double estimate(const bind::BoundWord& word) const;
  [[nodiscard]] double counted(const bind::BoundWord& word) const;
  [[nodiscard]] double expected(const bind::BoundWord& word) const;

  postings::IndexReader reader_;
  double articles_;                                // of the whole index
  std::unordered_map<std::string, double> cache_;  // by forms_key
};

struct ArticleStatistics {
  double count = 0;
  double average_length = 0;  // sum of Xapian's document lengths of its passages
  ArticleFrequencies& frequencies;
  postings::DocLengths& lengths;
};

/// The words of a query in an article as a whole: BM25 over all its passages together, with the parameters of passages.
/// Runs count by their pairs of characters: a dictionary may cut the text elsewhere than the query.
/// A passage of an article about the matter ranks above one that only mentions it.
class ArticleScorer {
 public:
  ArticleScorer(const postings::IndexReader& reader, const bind::BoundQuery& query, const ArticleStatistics& articles,
                const RankingParameters& parameters);

  struct Member {
    Xapian::docid document = 0;
    std::string article;  // slot Article
    std::string order;    // slot Order
  };
  /// The article's weight by slot Article; `members` are any passages of the articles wanted, by ascending docid.
  [[nodiscard]] std::unordered_map<std::string, double> weigh(const std::vector<Member>& members);

 private:
  struct Passage {
    Xapian::docid document = 0;
    std::size_t article = 0;
  };
  struct Word {
    bind::BoundWord word;
    double weight = 0;
  };
  using Numbers = std::unordered_map<std::string, std::size_t>;  // of articles, in `weigh`'s lists
  [[nodiscard]] std::vector<Passage> passages_of(const std::vector<Member>& members, Numbers& numbers) const;
  void add(const bind::BoundWord& word, std::uint32_t times);
  void count(const bind::Form& form, const std::vector<Passage>& passages, std::vector<double>& counts) const;

  const postings::IndexReader& reader_;
  const ArticleStatistics& articles_;
  RankingParameters parameters_;
  std::vector<Word> words_;
};

}  // namespace nutgraf::search::rank
