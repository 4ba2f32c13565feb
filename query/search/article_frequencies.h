// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <utility>

#include "query/bind/bound_query.h"
#include "query/search/tables.h"

namespace nutgraf {

/// About how many articles hold a word, remembered for the next query. The index has no such number: those of a rare
/// word are counted, those of a frequent one estimated from how many passages hold it and how often it occurs.
class ArticleFrequencies {
 public:
  ArticleFrequencies(Tables tables, double articles) : tables_(std::move(tables)), articles_(articles) {}

  [[nodiscard]] double of(const BoundWord& word);

 private:
  [[nodiscard]] double estimate(const BoundWord& word) const;
  [[nodiscard]] double counted(const BoundWord& word) const;
  [[nodiscard]] double expected(const BoundWord& word) const;

  Tables tables_;
  double articles_;                                // of the whole index
  std::unordered_map<std::string, double> known_;  // by forms_key
};

}  // namespace nutgraf
