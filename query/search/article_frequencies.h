// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <utility>

#include "query/bind/bound_query.h"
#include "query/search/tables.h"

namespace nutgraf {

/// About how many articles hold a word, remembered for the next query. No index counts it: how many passages of an
/// article hold the word is seen from the first of them.
class ArticleFrequencies {
 public:
  explicit ArticleFrequencies(Tables tables) : tables_(std::move(tables)) {}

  [[nodiscard]] double of(const BoundWord& word);

 private:
  [[nodiscard]] double estimate(const BoundWord& word) const;

  Tables tables_;
  std::unordered_map<std::string, double> known_;  // by forms_key
};

}  // namespace nutgraf
