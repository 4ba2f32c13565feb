// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/index/open.h"
#include "query/bind/binder.h"
#include "query/bind/suggestion.h"
#include "query/view/collocation.h"
#include "query/view/concordance.h"
#include "query/view/facets.h"
#include "query/view/hit.h"
#include "query/view/trend.h"

/// From a bound query to ranked passages. One Searcher a thread: Xapian handles are not shared.
namespace nutgraf {

enum class Copies : std::uint8_t { OnePerGroup, All };
enum class Totals : std::uint8_t { None, Bounded, Exact };  // None: those of the hits shown
enum class SortBy : std::uint8_t { Relevance, Oldest, Newest };
enum class RankBy : std::uint8_t { Full, Words };  // Words: BM25 alone, without closeness, titles and forms
enum class Feedback : std::uint8_t { None, Expand };
enum class Explain : std::uint8_t { No, Yes };
enum class Texts : std::uint8_t { None, Snippets, Full };  // what a format needs: trec needs none
enum class Notes : std::uint8_t { None, Counts };          // Answer::notes cost extra counting

/// --source --lang --where: a field of the query language and its value. --since and --until: fields "since" and
/// "until", the day, month or year included.
struct Filter {
  std::string field;
  std::string value;
};

struct SearchRequest {
  std::string query;
  Syntax syntax = Syntax::Full;
  MatchMode match = MatchMode::Any;
  Scope scope = Scope::Passage;
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;
  std::uint32_t per_article = 1;
  Copies copies = Copies::OnePerGroup;
  Totals totals = Totals::Bounded;
  SortBy sort = SortBy::Relevance;
  RankBy rank = RankBy::Full;
  Feedback feedback = Feedback::None;
  Explain explain = Explain::No;
  Texts texts = Texts::Full;
  Notes notes = Notes::Counts;        // only text output shows them
  std::uint32_t snippet_width = 240;  // code points
  std::vector<Filter> filters;
  double k1 = 0;  // 0 = the default
  double b = -1;  // negative = the default
};

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
  [[nodiscard]] Answer search(const SearchRequest& request);

  /// Distinct passages and articles that match, and occurrences (distinct positions); exact.
  struct Counts {
    std::uint64_t passages = 0;
    std::uint64_t articles = 0;
    std::uint64_t occurrences = 0;
  };
  [[nodiscard]] Counts count(const SearchRequest& request);

  /// Passages like this article or, with "#K", this passage of it, which are left out; the request's query is not read.
  /// Throws Failure(NothingFound) where the index has none of that name.
  [[nodiscard]] Answer similar(const SearchRequest& request, const std::string& name);

  // Views of all matches, exact; see query/view. None of them ranks.
  [[nodiscard]] Timeline trend(const SearchRequest& request);
  [[nodiscard]] std::vector<Facet> facets(const SearchRequest& request, std::span<const std::string> fields);
  void concordance(const SearchRequest& request, const ConcordanceOptions& options, const TakeLine& take);
  [[nodiscard]] std::vector<Collocate> collocates(const SearchRequest& request, const CollocateOptions& options);
  /// The words of what matches against those of what matches `other`, or, without it, of all other passages that the
  /// filters of options let through.
  [[nodiscard]] std::vector<KeyWord> compare(const SearchRequest& request, const SearchRequest* other);

  /// Throws what the query's search would throw over its text and options; runs no search.
  void check(const SearchRequest& request);
  /// How the query is read: the tree as parsed, as bound (classes, acronym decisions), and Xapian's query; runs no
  /// search.
  [[nodiscard]] std::string explain(const SearchRequest& request);

  /// The words of the query that no passage has.
  [[nodiscard]] std::vector<UnknownWord> unknown_words(const SearchRequest& request);

  [[nodiscard]] const OpenIndex& index() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
