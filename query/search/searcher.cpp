// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <fmt/format.h>

#include <chrono>

#include "core/schema/terms.h"
#include "query/bind/binder.h"
#include "query/parse/parse.h"
#include "query/search/compile.h"
#include "query/search/counting.h"
#include "query/search/hits.h"
#include "query/search/index_lexicon.h"
#include "query/search/listing.h"
#include "query/search/plan.h"
#include "query/search/window.h"

namespace nutgraf {
namespace {

AstPtr parse_as(const SearchRequest& request) {
  return request.syntax == Syntax::Plain ? parse_plain(request.query) : parse(request.query);
}

RankingParameters parameters_of(const SearchRequest& request) {
  RankingParameters parameters;
  parameters.k1 = request.k1 > 0 ? request.k1 : parameters.k1;
  parameters.b = request.b >= 0 ? request.b : parameters.b;
  return parameters;
}

std::vector<std::string> languages_of(const SearchRequest& request) {
  std::vector<std::string> languages;
  for (const Filter& filter : request.filters) {
    if (filter.field == "lang") {
      languages.push_back(schema::fold_value(filter.value));
    }
  }
  return languages;
}

std::string indented(const std::string& lines) {
  std::string out;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    out += "  " + lines.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return out;
}

}  // namespace

struct Searcher::State {
  explicit State(OpenIndex opened) : index(std::move(opened)), lexicon(index), binder(lexicon) {}

  Plan plan(const SearchRequest& request) {
    const AstPtr ast = parse_as(request);
    BoundQuery bound = binder.bind({request.query, *ast, request.syntax, request.match, languages_of(request)});
    for (const Filter& filter : request.filters) {
      Binder::restrict(bound, binder.filter(filter.field, filter.value));
    }
    Plan plan{index.database, request, std::move(bound), {}, {}, parameters_of(request)};
    plan.query = Compiler(plan.bound).query();
    if (!plan.bound.whole.parts.empty()) {
      plan.whole = Xapian::Query(Xapian::Query::OP_FILTER, plan.query, Compiler::phrase(plan.bound.whole));
    }
    return plan;
  }

  /// Xapian's errors as ours.
  template <typename Work>
  auto guarded(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (const Xapian::Error& e) {
      throw index_failure(e, index.path);
    } catch (const Failure&) {
      throw;
    } catch (const std::exception& e) {  // Xapian on noise: bad_alloc, length_error, ...
      throw Failure(ExitCode::Missing, fmt::format("{} is damaged: {}", index.path, e.what()),
                    fmt::format("check it: nutgraf-index check {}", index.path));
    }
  }

  OpenIndex index;
  IndexLexicon lexicon;
  Binder binder;
};

Searcher::Searcher(OpenIndex index) : state_(std::make_unique<State>(std::move(index))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

const OpenIndex& Searcher::index() const {
  return state_->index;
}

Answer Searcher::search(const SearchRequest& request) {
  return state_->guarded([&] {
    const auto start = std::chrono::steady_clock::now();
    const Plan plan = state_->plan(request);
    Answer answer;
    answer.query = request.query;
    answer.offset = request.offset;
    const Window window = rank_window(plan);
    answer.relation = window.is_counted ? Relation::Exact : Relation::Approximate;
    answer.total = window.rows;
    answer.n_passages = window.passages;
    answer.n_articles = window.articles;
    const std::size_t count = request.limit == 0 ? 0 : request.offset + request.limit;
    const std::vector<Candidate> rows =
        request.sort == SortBy::Relevance ? first_rows(plan, window, count) : first_rows_by_date(plan, count);
    HitMaker maker(plan);
    for (std::size_t i = request.offset; i < rows.size(); ++i) {
      answer.hits.push_back(maker.make(rows[i]));
      answer.hits.back().rank = i + 1;
    }
    if (request.notes == Notes::Counts) {
      answer.notes = notes_of(plan, answer.n_passages, answer.relation);
    }
    answer.took_us = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
    return answer;
  });
}

Searcher::Counts Searcher::count(const SearchRequest& request) {
  return state_->guarded([&] { return count_matches(state_->plan(request)); });
}

std::string Searcher::explain(const SearchRequest& request) {
  return state_->guarded([&] {
    const AstPtr ast = parse_as(request);
    const Plan plan = state_->plan(request);
    std::string out = fmt::format("query   {}\nread as {}\ntree    {}\nwords\n{}", request.query, print(*ast),
                                  tree(*ast), indented(describe(plan.bound)));
    out += fmt::format("matches\n  {}\n", plan.query.get_description());
    if (!plan.whole.empty()) {
      out += fmt::format("whole query as a phrase\n  {}\n", Compiler::phrase(plan.bound.whole).get_description());
    }
    return out;
  });
}

}  // namespace nutgraf
