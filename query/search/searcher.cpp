// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <fmt/format.h>

#include <chrono>
#include <type_traits>

#include "core/glass/lost_pages.h"
#include "query/bind/binder.h"
#include "query/bind/unknown_value.h"
#include "query/search/explain.h"
#include "query/search/hits.h"
#include "query/search/planner.h"
#include "query/search/postings/remembered_words.h"
#include "query/search/rank/rescorer.h"
#include "query/search/rank/results.h"
#include "query/search/rank/retrieve.h"
#include "query/search/views/collocates.h"
#include "query/search/views/concordance.h"
#include "query/search/views/corpus.h"
#include "query/search/views/counts.h"
#include "query/search/views/facet_fields.h"
#include "query/search/views/facets.h"
#include "query/search/views/notes.h"
#include "query/search/views/stories.h"
#include "query/search/views/word_lists.h"

namespace nutgraf::search {
namespace {

std::uint64_t microseconds_since(std::chrono::steady_clock::time_point start) {
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
}

std::vector<view::Hit> hits_of(const Request& request, const rank::Ranking& ranking,
                               const std::vector<rank::ScoredPassage>& rows) {
  std::vector<view::Hit> hits;
  HitMaker maker(request, ranking);
  for (std::size_t i = request.offset; i < rows.size(); ++i) {
    hits.push_back(maker.make(rows[i]));
    hits.back().rank = i + 1;
  }
  return hits;
}

/// plan -> retrieve -> rescore -> collect -> hits
view::Answer answer_of(const Request& request, const rank::Ranking& ranking) {
  rank::Retrieved retrieved = rank::retrieve(ranking);
  rank::rescore(ranking, retrieved);
  const std::size_t count = request.limit == 0 ? 0 : request.offset + request.limit;
  const std::vector<rank::ScoredPassage> rows = rank::collect(ranking, retrieved, count);
  if (!retrieved.is_counted && request.totals == Totals::Bounded && rows.size() < count) {
    rank::count_all(ranking, retrieved);  // who lists all of them does not want to be told of about so many
  }

  view::Answer answer;
  answer.query = request.query;
  answer.scope = request.scope == bind::Scope::Article ? "article" : "passage";
  answer.offset = request.offset;
  answer.relation = retrieved.is_counted ? view::Relation::Exact : view::Relation::Approximate;
  answer.total = request.totals == Totals::None ? rows.size() : retrieved.rows;
  answer.n_passages = retrieved.passages;
  answer.n_articles = retrieved.articles;
  answer.hits = hits_of(request, ranking, rows);
  if (request.notes == Notes::Counts) {
    answer.notes = views::notes_of(ranking.plan, request.scope, answer.n_passages, answer.relation);
  }
  return answer;
}

}  // namespace

struct Searcher::State {
  explicit State(OpenIndex opened)
      : index(std::move(opened)), planner(index), corpus(planner.reader()), words(planner.lexicon()) {}

  /// Xapian's errors as ours.
  template <typename Work>
  auto guarded(Work work) -> decltype(work()) {
    try {
      if constexpr (std::is_void_v<decltype(work())>) {
        work();
        glass::require_no_lost_pages();
      } else {
        auto answer = work();
        glass::require_no_lost_pages();
        return answer;
      }
    } catch (const Xapian::Error& e) {
      throw index_failure(e, index.path);
    } catch (const Failure&) {
      throw;
    } catch (const std::exception& e) {  // Xapian on noise: bad_alloc, length_error, ...
      throw Failure(ExitCode::Missing, fmt::format("{} is damaged: {}", index.path, e.what()),
                    fmt::format("check it: nutgraf-index check {}", index.path));
    }
  }

  template <typename Prepare>
  view::Answer timed_answer(const Request& request, Prepare prepare) {
    return guarded([&] {
      const auto start = std::chrono::steady_clock::now();
      const compile::Plan plan = prepare();
      view::Answer answer = answer_of(request, planner.ranking(request, plan));
      answer.took_us = microseconds_since(start);
      return answer;
    });
  }

  OpenIndex index;
  Planner planner;
  views::Corpus corpus;
  postings::RememberedWords words;
};

Searcher::Searcher(OpenIndex index) : state_(std::make_unique<State>(std::move(index))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

const OpenIndex& Searcher::index() const {
  return state_->index;
}

view::Answer Searcher::search(const Request& request) {
  return state_->timed_answer(request, [&] { return state_->planner.plan(request); });
}

view::Answer Searcher::similar(const Request& request, const std::string& name) {
  return state_->timed_answer(request, [&] { return state_->planner.plan_similar(request, name); });
}

view::Timeline Searcher::trend(const Request& request) {
  return state_->guarded([&] { return views::count_by_day(state_->planner.plan(request), state_->corpus); });
}

std::vector<view::Facet> Searcher::facets(const Request& request, std::span<const std::string> fields) {
  return state_->guarded([&] { return views::count_facets(state_->planner.plan(request), state_->corpus, fields); });
}

std::vector<view::FacetDispersion> Searcher::dispersion(const Request& request, std::span<const std::string> fields) {
  return state_->guarded(
      [&] { return views::measure_dispersion(state_->planner.plan(request), state_->corpus, fields); });
}

void Searcher::concordance(const Request& request, const view::ConcordanceOptions& options,
                           const view::TakeLine& take) {
  state_->guarded([&] { views::make_concordance(state_->planner.plan(request), options, take); });
}

std::vector<view::Collocate> Searcher::collocates(const Request& request, const view::CollocateOptions& options) {
  return state_->guarded(
      [&] { return views::count_collocates(state_->planner.plan(request), state_->corpus, options); });
}

std::vector<view::WordCount> Searcher::terms(const Request& request, std::string_view pattern,
                                             view::Spellings spellings) {
  return state_->guarded([&] { return views::count_terms(state_->planner.plan(request), pattern, spellings); });
}

std::vector<view::WordCount> Searcher::ngrams(const Request& request, const view::NgramOptions& options) {
  return state_->guarded([&] { return views::count_ngrams(state_->planner.plan(request), options); });
}

std::vector<view::KeyWord> Searcher::compare(const Request& request, const Request* other) {
  return state_->guarded([&] {
    const compile::Plan plan = state_->planner.plan(request);
    if (other != nullptr) {
      return views::compare_words(plan, state_->planner.plan(*other));
    }
    return views::compare_with_rest(plan, state_->planner.plan_everything(request), state_->corpus);
  });
}

Searcher::Counts Searcher::count(const Request& request) {
  return state_->guarded([&] { return views::count_matches(state_->planner.plan(request)); });
}

Searcher::Counts Searcher::count_articles(const Request& request) {
  return state_->guarded([&] { return views::count_articles(state_->planner.plan(request)); });
}

std::string Searcher::undated_note(const Request& request) {
  return state_->guarded([&] {
    return state_->index.contract.undated == 0 ? std::string() : views::undated_note(state_->planner.plan(request));
  });
}

bool Searcher::has_copies() {
  return state_->guarded([&] { return views::has_copies(state_->planner.reader()); });
}

std::vector<bind::UnknownWord> Searcher::unknown_words(const Request& request) {
  return state_->guarded([&] {
    const parse::AstPtr ast = parse_query(request);
    return nutgraf::bind::unknown_words(state_->words, request.query, *ast);
  });
}

std::vector<std::string> Searcher::unknown_values(const Request& request) {
  return state_->guarded([&] {
    std::vector<std::string> lines;
    const auto add = [&](const parse::Ast& ast) {
      for (const bind::UnknownValue& unknown : nutgraf::bind::unknown_values(state_->planner.lexicon(), ast)) {
        lines.push_back(views::describe(unknown, state_->index.database));
      }
    };
    if (!request.query.empty()) {
      add(*parse_query(request));
    }
    for (const bind::Filter& filter : request.filters) {
      if (const auto* const demand = std::get_if<bind::FieldValue>(&filter.demand)) {
        add(bind::Binder::field_of(*demand));
      }
    }
    return lines;
  });
}

void Searcher::check(const Request& request) {
  state_->guarded([&] { state_->planner.check(request); });
}

std::string Searcher::explain(const Request& request) {
  return state_->guarded([&] { return search::explain(request, state_->planner.plan(request)); });
}

}  // namespace nutgraf::search
