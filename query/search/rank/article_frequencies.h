// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <utility>

#include "query/bind/bound_query.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::rank {

/// About how many articles hold a word, remembered for the next query. The index has no such number: those of a rare
/// word are counted, those of a frequent one estimated from how many passages hold it and how often it occurs.
class ArticleFrequencies {
 public:
  ArticleFrequencies(postings::IndexReader reader, double articles) : reader_(std::move(reader)), articles_(articles) {}

  [[nodiscard]] double of(const BoundWord& word);

 private:
  [[nodiscard]] double estimate(const BoundWord& word) const;
  [[nodiscard]] double counted(const BoundWord& word) const;
  [[nodiscard]] double expected(const BoundWord& word) const;

  postings::IndexReader reader_;
  double articles_;                                // of the whole index
  std::unordered_map<std::string, double> cache_;  // by forms_key
};

}  // namespace nutgraf::search::rank
