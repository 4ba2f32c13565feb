// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/open.h"
#include "query/bind/suggestion.h"
#include "query/search/request.h"
#include "query/search/views/counts.h"
#include "query/view/collocation.h"
#include "query/view/concordance.h"
#include "query/view/facets.h"
#include "query/view/hit.h"
#include "query/view/trend.h"
#include "query/view/word_count.h"

/// From a query to ranked passages and other views of what matches. One Searcher per thread: Xapian handles are not
/// shared.
namespace nutgraf::search {

class Searcher {
 public:
  explicit Searcher(OpenIndex index);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  /// Throws QueryError (a Failure with exit 2 and a caret) for a query that cannot be read, Failure(Missing) for a
  /// damaged index.
  [[nodiscard]] view::Answer search(const Request& request);

  using Counts = views::Counts;
  /// Distinct passages, articles and stories that match, and occurrences (distinct positions); exact.
  [[nodiscard]] Counts count(const Request& request);
  /// The same without occurrences.
  [[nodiscard]] Counts count_articles(const Request& request);
  /// "+37 undated not shown": articles that match but for a date filter; empty if there are none.
  [[nodiscard]] std::string undated_note(const Request& request);
  /// Are some articles copies of others?
  [[nodiscard]] bool has_copies();

  /// Passages like this article or, with "#K", this passage of it, which are left out; the request's query is not read.
  /// Throws Failure(NothingFound) where the index has none of that name.
  [[nodiscard]] view::Answer similar(const Request& request, const std::string& name);

  // Views of all matches, exact; see query/view. None of them ranks.
  [[nodiscard]] view::Timeline trend(const Request& request);
  [[nodiscard]] std::vector<view::Facet> facets(const Request& request, std::span<const std::string> fields);
  [[nodiscard]] std::vector<view::FacetDispersion> dispersion(const Request& request,
                                                              std::span<const std::string> fields);
  void concordance(const Request& request, const view::ConcordanceOptions& options, const view::TakeLine& take);
  [[nodiscard]] std::vector<view::Collocate> collocates(const Request& request, const view::CollocateOptions& options);
  /// The words of what matches, and words side by side in it; see query/search/views.
  [[nodiscard]] std::vector<view::WordCount> terms(const Request& request, std::string_view pattern,
                                                   view::Spellings spellings);
  [[nodiscard]] std::vector<view::WordCount> ngrams(const Request& request, const view::NgramOptions& options);
  /// The words of what matches against those of what matches `other`, or, without it, of all other passages that the
  /// filters of options let through.
  [[nodiscard]] std::vector<view::KeyWord> compare(const Request& request, const Request* other);

  /// Throws what the query's search would throw over its text and options; runs no search.
  void check(const Request& request);
  /// How the query is read: the tree as parsed, as bound (classes, acronym decisions), and Xapian's query; runs no
  /// search.
  [[nodiscard]] std::string explain(const Request& request);

  /// The words of the query that no passage has.
  [[nodiscard]] std::vector<bind::UnknownWord> unknown_words(const Request& request);

  /// A sentence for every value of a field, in the query or in an option, that no article has: it names those near to
  /// it. An empty query has no fields.
  [[nodiscard]] std::vector<std::string> unknown_values(const Request& request);

  [[nodiscard]] const OpenIndex& index() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::search
