// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/schema/terms.h"
#include "query/bind/possible_days.h"
#include "query/parse/parse.h"
#include "query/search/compile/article_join.h"
#include "query/search/compile/compiler.h"
#include "query/search/compile/named_passages.h"
#include "query/search/postings/articles.h"
#include "query/search/rank/feedback.h"

namespace nutgraf::search {
namespace {

rank::RankingParameters parameters_of(const Request& request) {
  rank::RankingParameters parameters;
  parameters.k1 = request.k1 > 0 ? request.k1 : parameters.k1;
  parameters.b = request.b >= 0 ? request.b : parameters.b;
  if (request.rank == RankBy::Words) {
    parameters.ordered = parameters.near = parameters.chain = parameters.typed = parameters.title = parameters.article =
        0;
  }
  return parameters;
}

rank::Options options_of(const Request& request) {
  return {.parameters = parameters_of(request),
          .by = request.rank,
          .sort = request.sort,
          .per_article = request.per_article,
          .copies = request.copies,
          .totals = request.totals};
}

std::vector<std::string> languages_of(const Request& request) {
  std::vector<std::string> languages;
  for (const bind::Filter& filter : request.filters) {
    if (std::string language = bind::language_of(filter); !language.empty()) {
      languages.push_back(std::move(language));
    }
  }
  return languages;
}

}  // namespace

parse::AstPtr parse_query(const Request& request) {
  parse::AstPtr ast =
      request.syntax == bind::Syntax::Plain ? parse::parse_plain(request.query) : parse::parse(request.query);
  nutgraf::bind::require_few_clauses(request.query, *ast, request.limits.clauses);
  return ast;
}

Planner::Planner(const OpenIndex& index)
    : index_(index),
      lexicon_(index),
      binder_(lexicon_),
      reader_(postings::reader_of(index)),
      lengths_(reader_),
      article_frequencies_(reader_, std::max<double>(1, static_cast<double>(index.contract.articles))) {}

bind::BoundQuery Planner::bind(const Request& request) {
  const parse::AstPtr ast = parse_query(request);
  nutgraf::bind::require_possible_days(request.query, *ast, request.filters);
  return binder_.bind({request.query, *ast, request.syntax, request.match, request.scope, languages_of(request),
                       request.limits, request.elision});
}

void Planner::complete(const Request& request, bind::BoundQuery& bound) {
  std::vector<bind::Filter> filters = request.filters;
  while (!filters.empty()) {
    const auto others = std::stable_partition(
        filters.begin() + 1, filters.end(),
        [&filters](const bind::Filter& filter) { return bind::are_alternatives(filters.front(), filter); });
    bind::OrNode either;
    std::transform(filters.begin(), others, std::back_inserter(either.children),
                   [this](const bind::Filter& filter) { return binder_.filter(filter); });
    bind::BoundNode node =
        either.children.size() == 1 ? std::move(either.children.front()) : bind::BoundNode{std::move(either)};
    bind::Binder::restrict(bound, std::move(node));
    filters.erase(filters.begin(), others);
  }
  const bool has_remote = reader_.has_remote_shards();
  if (has_remote) {
    compile::name_conditions(reader_.shards, bound.root);
  }
  compile::join_articles(reader_.shards, bound.root);
  if (has_remote) {
    compile::name_articles(reader_.shards, bound.root);
  }
  if (reader_.sharding == postings::Sharding::Mixed) {
    compile::name_excluded(reader_.shards, bound.root);
  }
}

compile::Plan Planner::finish(const Request& request, bind::BoundQuery bound) {
  complete(request, bound);
  compile::Plan plan =
      compile::make_plan(std::move(bound), reader_,
                         request.rank == RankBy::Full ? compile::FullPhrase::Wanted : compile::FullPhrase::Ignored);
  plan.counted = request.counted;
  return plan;
}

compile::Plan Planner::plan(const Request& request) {
  bind::BoundQuery bound = bind(request);
  const rank::Reach reach = rank::reach_of(bound);
  compile::Plan plan = finish(request, std::move(bound));
  if (request.feedback == Feedback::Expand) {
    rank::expand(plan, options_of(request), articles(), reach);
  }
  return plan;
}

compile::Plan Planner::plan_similar(const Request& request, const std::string& name) {
  const postings::PassageName wanted = postings::read_name(index_, name);
  const std::string term = schema::make_term(schema::kIdPrefix, wanted.id);
  postings::Documents passages;
  std::uint32_t ordinal = 0;
  const Xapian::Database& database = index_.database;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at, ++ordinal) {
    if (wanted.passage ? *wanted.passage == ordinal : passages.size() < rank::kFeedbackPassages) {
      passages.push_back(*at);
    }
  }
  if (passages.empty()) {
    throw Failure(ExitCode::NothingFound, fmt::format("{} has no article or passage {}", index_.path, name),
                  fmt::format("ids are in the results of: nutgraf-query search {} QUERY", index_.path));
  }
  bind::BoundQuery bound = rank::words_of(database, passages);
  if (bound.clauses.empty()) {
    bound.root = {};  // a text without words that others share
  } else {
    auto& words = std::get<bind::BestMatchNode>(bound.root.payload);
    words.children.push_back({bind::TermsNode{{term}}, bind::Role::Excluded});
  }
  return finish(request, std::move(bound));
}

compile::Plan Planner::plan_everything(const Request& request) {
  bind::BoundQuery everything;
  everything.root = {bind::MatchAll{}};
  return finish(request, std::move(everything));
}

void Planner::check(const Request& request) {
  bind::BoundQuery bound = bind(request);
  complete(request, bound);
  static_cast<void>(compile::Compiler(bound).query());
}

rank::Ranking Planner::ranking(const Request& request, const compile::Plan& plan) {
  return {plan, options_of(request), articles()};
}

rank::ArticleStatistics Planner::articles() {
  const double count = std::max<double>(1, static_cast<double>(index_.contract.articles));
  return {count, static_cast<double>(index_.database.get_total_length()) / count, article_frequencies_, lengths_};
}

}  // namespace nutgraf::search
