// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "query/search/compile/plan.h"
#include "query/search/postings/matches.h"
#include "query/view/trend.h"

namespace nutgraf::search::views {

using WordCounts = std::unordered_map<std::string, std::uint64_t>;

/// How often each word occurs in these passages. Words are body terms: a token's variants (its form without the
/// possessive) are words too.
[[nodiscard]] WordCounts count_words(const Xapian::Database& database, const postings::Documents& documents);
[[nodiscard]] std::uint64_t count_tokens(const postings::IndexReader& reader, const postings::Documents& documents);

/// The passages that a query's filters let through: what its counts are related to. What was counted last is kept, for
/// queries of a batch mostly share their filters.
class Corpus {
 public:
  explicit Corpus(const postings::IndexReader& reader) : reader_(reader) {}

  /// Only the tokens of each day are filled in.
  [[nodiscard]] const view::Timeline& tokens_by_day(const compile::Plan& plan);
  [[nodiscard]] std::uint64_t tokens(const compile::Plan& plan);
  [[nodiscard]] const postings::Documents& documents(const compile::Plan& plan);
  /// How often a word occurs in them.
  [[nodiscard]] std::uint64_t frequency(const compile::Plan& plan, const std::string& word);
  [[nodiscard]] const WordCounts& words(const compile::Plan& plan);

 private:
  void choose(const compile::Plan& plan);
  [[nodiscard]] const postings::Documents& documents();

  const postings::IndexReader& reader_;
  std::string filters_;  // what the rest belongs to, as Xapian describes it
  bool is_whole_ = false;
  compile::Counted counted_ = compile::Counted::Articles;
  Xapian::Query query_;
  std::optional<postings::Documents> documents_;
  std::optional<view::Timeline> days_;
  std::optional<WordCounts> words_;
};

}  // namespace nutgraf::search::views
