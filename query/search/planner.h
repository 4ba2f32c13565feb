// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/index/open.h"
#include "query/bind/binder.h"
#include "query/search/compile/plan.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/index_lexicon.h"
#include "query/search/postings/index_reader.h"
#include "query/search/rank/article_scorer.h"
#include "query/search/request.h"

namespace nutgraf::search {

/// From requests to plans for one index. What it reads of the index for one request is kept for the next.
class Planner {
 public:
  /// The index must outlive it.
  explicit Planner(const OpenIndex& index);

  [[nodiscard]] compile::Plan plan(const Request& request);
  /// For the words of the first passages of the article, or of the one passage, that `name` names; none of the
  /// article's passages is an answer. Throws Failure(NothingFound) where there is none.
  [[nodiscard]] compile::Plan plan_similar(const Request& request, const std::string& name);
  /// For everything that the request's filters let through.
  [[nodiscard]] compile::Plan plan_everything(const Request& request);
  /// Throws what `plan` would throw over the query and the options, and reads as little as it can.
  void check(const Request& request);

  /// How the matches of a plan of this request are ranked. Plan and planner must outlive it.
  [[nodiscard]] rank::Ranking ranking(const Request& request, const compile::Plan& plan);

  [[nodiscard]] const postings::IndexReader& reader() const { return reader_; }
  [[nodiscard]] const postings::IndexLexicon& lexicon() const { return lexicon_; }

 private:
  [[nodiscard]] bind::BoundQuery bind(const Request& request);
  void complete(const Request& request, bind::BoundQuery& bound);
  [[nodiscard]] compile::Plan finish(const Request& request, bind::BoundQuery bound);
  [[nodiscard]] rank::ArticleStatistics articles();

  const OpenIndex& index_;
  postings::IndexLexicon lexicon_;
  bind::Binder binder_;
  postings::IndexReader reader_;
  postings::DocLengths lengths_;
  rank::ArticleFrequencies article_frequencies_;
};

/// The request's query as a tree. Throws QueryError, also where it has more clauses than the request allows.
[[nodiscard]] parse::AstPtr parse_query(const Request& request);

}  // namespace nutgraf::search
