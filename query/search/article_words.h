// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/article_frequencies.h"
#include "query/search/document_lengths.h"
#include "query/search/ranking_parameters.h"

namespace nutgraf {

struct ArticleStatistics {
  double count = 0;
  double average_length = 0;  // sum of Xapian's document lengths of its passages
  ArticleFrequencies& frequencies;
  DocumentLengths& lengths;
};

/// The words of a query in an article as a whole: BM25 over all its passages together, with the parameters of passages.
/// Runs count by their pairs of characters: a dictionary may cut the text elsewhere than the query.
/// A passage of an article about the matter ranks above one that only mentions it.
class ArticleWords {
 public:
  ArticleWords(const Tables& tables, const BoundQuery& query, const ArticleStatistics& articles,
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
    BoundWord word;
    double weight = 0;
  };
  using Numbers = std::unordered_map<std::string, std::size_t>;  // of articles, in `weigh`'s lists
  [[nodiscard]] std::vector<Passage> passages_of(const std::vector<Member>& members, Numbers& numbers) const;
  void add(const BoundWord& word, std::uint32_t times);
  void count(const Form& form, const std::vector<Passage>& passages, std::vector<double>& counts) const;

  const Tables& tables_;
  const ArticleStatistics& articles_;
  RankingParameters parameters_;
  std::vector<Word> words_;
};

}  // namespace nutgraf
