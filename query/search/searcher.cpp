// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>

#include "core/schema/terms.h"
#include "query/bind/binder.h"
#include "query/bind/suggestion.h"
#include "query/bind/unknown_value.h"
#include "query/parse/parse.h"
#include "query/search/article_join.h"
#include "query/search/articles.h"
#include "query/search/collocates.h"
#include "query/search/compile.h"
#include "query/search/concordance.h"
#include "query/search/corpus.h"
#include "query/search/counting.h"
#include "query/search/explain_places.h"
#include "query/search/facet_counts.h"
#include "query/search/feedback.h"
#include "query/search/hits.h"
#include "query/search/index_lexicon.h"
#include "query/search/listing.h"
#include "query/search/named_passages.h"
#include "query/search/place_decider.h"
#include "query/search/plan.h"
#include "query/search/trend.h"
#include "query/search/value_spelling.h"
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
  if (request.rank == RankBy::Words) {
    parameters.ordered = parameters.near = parameters.chain = parameters.typed = parameters.title = parameters.article =
        0;
  }
  return parameters;
}

std::uint64_t microseconds_since(std::chrono::steady_clock::time_point start) {
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
}

std::vector<std::string> languages_of(const SearchRequest& request) {
  std::vector<std::string> languages;
  for (const Filter& filter : request.filters) {
    if (std::string language = language_of(filter); !language.empty()) {
      languages.push_back(std::move(language));
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
  explicit State(OpenIndex opened)
      : index(std::move(opened)),
        lexicon(index),
        binder(lexicon),
        tables{index.database, index.tables},
        corpus(tables),
        lengths(tables),
        article_frequencies(tables, std::max<double>(1, static_cast<double>(index.contract.articles))) {}

  BoundQuery bind(const SearchRequest& request) {
    const AstPtr ast = parse_as(request);
    return binder.bind({request.query, *ast, request.syntax, request.match, request.scope, languages_of(request)});
  }

  void complete(const SearchRequest& request, BoundQuery& bound) {
    for (const Filter& filter : request.filters) {
      Binder::restrict(bound, binder.filter(filter));
    }
    const bool remote = index.remote_shards > 0;
    if (remote) {
      name_proximities(index.shards, bound.root);
    }
    join_articles(index.shards, bound.root);
    if (remote) {
      name_articles(index.shards, bound.root);
    }
  }

  Plan plan(const SearchRequest& request) {
    BoundQuery bound = bind(request);
    const Reach reach = reach_of(bound);
    Plan plan = plan_of(request, std::move(bound));
    if (request.feedback == Feedback::Expand) {
      expand(plan, reach);
      plan.ranked = plan.query;
      plan.decider.reset();
    }
    return plan;
  }

  Plan plan_of(const SearchRequest& request, BoundQuery bound) {
    complete(request, bound);
    Plan plan{index.database, tables,  request, std::move(bound), {}, {}, parameters_of(request),
              index.shards,   lengths, {},      statistics(),     {}};
    plan.has_remote_shards = index.remote_shards > 0;
    plan.query = Compiler(plan.bound, tables.in_place, plan.sharding()).query();
    defer_places(plan);
    if (!plan.bound.whole.parts.empty() && request.rank == RankBy::Full) {
      plan.whole = Xapian::Query(Xapian::Query::OP_FILTER, plan.query, Compiler::phrase(plan.bound.whole));
    }
    return plan;
  }

  [[nodiscard]] ArticleStatistics statistics() {
    const double count = std::max<double>(1, static_cast<double>(index.contract.articles));
    return {count, static_cast<double>(index.database.get_total_length()) / count, article_frequencies, lengths};
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

  Answer answer(const Plan& plan) const;
  Plan similar_plan(const SearchRequest& request, const std::string& typed);

  OpenIndex index;
  IndexLexicon lexicon;
  Binder binder;
  Tables tables;
  Corpus corpus;
  DocumentLengths lengths;
  ArticleFrequencies article_frequencies;
};

Searcher::Searcher(OpenIndex index) : state_(std::make_unique<State>(std::move(index))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

const OpenIndex& Searcher::index() const {
  return state_->index;
}

Answer Searcher::State::answer(const Plan& plan) const {
  const SearchRequest& request = plan.request;
  Answer answer;
  answer.query = request.query;
  answer.scope = request.scope == Scope::Article ? "article" : "passage";
  answer.offset = request.offset;
  const Window window = rank_window(plan);
  answer.relation = window.is_counted ? Relation::Exact : Relation::Approximate;
  answer.total = window.rows;
  answer.n_passages = window.passages;
  answer.n_articles = window.articles;
  const std::size_t count = request.limit == 0 ? 0 : request.offset + request.limit;
  const std::vector<ScoredPassage> rows =
      request.sort == SortBy::Relevance ? first_rows(plan, window, count) : first_rows_by_date(plan, count);
  if (request.totals == Totals::None) {
    answer.total = rows.size();
  }
  HitMaker maker(plan);
  for (std::size_t i = request.offset; i < rows.size(); ++i) {
    answer.hits.push_back(maker.make(rows[i]));
    answer.hits.back().rank = i + 1;
  }
  if (request.notes == Notes::Counts) {
    answer.notes = notes_of(plan, answer.n_passages, answer.relation);
  }
  return answer;
}

/// The words of the first passages of the article, or of the one passage; none of its passages is an answer.
Plan Searcher::State::similar_plan(const SearchRequest& request, const std::string& typed) {
  const PassageName name = read_name(index, typed);
  const std::string term = schema::make_term(schema::kIdPrefix, name.id);
  Documents passages;
  std::uint32_t ordinal = 0;
  for (auto at = index.database.postlist_begin(term); at != index.database.postlist_end(term); ++at, ++ordinal) {
    if (name.passage ? *name.passage == ordinal : passages.size() < kFeedbackPassages) {
      passages.push_back(*at);
    }
  }
  if (passages.empty()) {
    throw Failure(ExitCode::NothingFound, fmt::format("{} has no article or passage {}", index.path, typed),
                  fmt::format("ids stand in the results of: nutgraf-query search {} QUERY", index.path));
  }
  BoundQuery bound = words_of(index.database, passages);
  BoundNode itself;
  itself.kind = BoundKind::Terms;
  itself.role = Role::Excluded;
  itself.terms = {term};
  if (bound.root.children.empty()) {
    bound.root = {};  // a text without words that others share
  } else {
    bound.root.children.push_back(std::move(itself));
  }
  return plan_of(request, std::move(bound));
}

Answer Searcher::search(const SearchRequest& request) {
  return state_->guarded([&] {
    const auto start = std::chrono::steady_clock::now();
    Answer answer = state_->answer(state_->plan(request));
    answer.took_us = microseconds_since(start);
    return answer;
  });
}

Answer Searcher::similar(const SearchRequest& request, const std::string& name) {
  return state_->guarded([&] {
    const auto start = std::chrono::steady_clock::now();
    Answer answer = state_->answer(state_->similar_plan(request, name));
    answer.took_us = microseconds_since(start);
    return answer;
  });
}

Timeline Searcher::trend(const SearchRequest& request) {
  return state_->guarded([&] { return count_by_day(state_->plan(request), state_->corpus); });
}

std::vector<Facet> Searcher::facets(const SearchRequest& request, std::span<const std::string> fields) {
  return state_->guarded([&] { return count_facets(state_->plan(request), fields); });
}

void Searcher::concordance(const SearchRequest& request, const ConcordanceOptions& options, const TakeLine& take) {
  state_->guarded([&] { make_concordance(state_->plan(request), options, take); });
}

std::vector<Collocate> Searcher::collocates(const SearchRequest& request, const CollocateOptions& options) {
  return state_->guarded([&] { return count_collocates(state_->plan(request), state_->corpus, options); });
}

std::vector<KeyWord> Searcher::compare(const SearchRequest& request, const SearchRequest* other) {
  return state_->guarded([&] {
    const Plan plan = state_->plan(request);
    if (other != nullptr) {
      return compare_words(plan, state_->plan(*other));
    }
    BoundQuery everything;
    everything.root.kind = BoundKind::Everything;
    return compare_with_rest(plan, state_->plan_of(request, std::move(everything)), state_->corpus);
  });
}

Searcher::Counts Searcher::count(const SearchRequest& request) {
  return state_->guarded([&] { return count_matches(state_->plan(request)); });
}

std::vector<UnknownWord> Searcher::unknown_words(const SearchRequest& request) {
  return state_->guarded([&] {
    const AstPtr ast = parse_as(request);
    return nutgraf::unknown_words(state_->lexicon, request.query, *ast);
  });
}

std::vector<std::string> Searcher::unknown_values(const SearchRequest& request) {
  return state_->guarded([&] {
    std::vector<std::string> lines;
    const auto add = [&](const Ast& ast) {
      for (const UnknownValue& unknown : nutgraf::unknown_values(state_->lexicon, ast)) {
        lines.push_back(describe(unknown, state_->index.database));
      }
    };
    if (!request.query.empty()) {
      add(*parse_as(request));
    }
    for (const Filter& filter : request.filters) {
      if (const auto* const demand = std::get_if<FieldValue>(&filter.demand)) {
        add(Binder::field_of(*demand));
      }
    }
    return lines;
  });
}

void Searcher::check(const SearchRequest& request) {
  state_->guarded([&] {
    BoundQuery bound = state_->bind(request);
    state_->complete(request, bound);
    static_cast<void>(Compiler(bound).query());
  });
}

std::string Searcher::explain(const SearchRequest& request) {
  return state_->guarded([&] {
    const AstPtr ast = parse_as(request);
    const Plan plan = state_->plan(request);
    std::string out = fmt::format("query   {}\nread as {}\ntree    {}\nwords\n{}", request.query, print(*ast),
                                  tree(*ast), indented(describe(plan.bound)));
    if (const std::string places = explain_places(plan); !places.empty()) {
      out += fmt::format("places\n{}", indented(places));
    }
    out += fmt::format("matches\n  {}\n", plan.query.get_description());
    if (!plan.whole.empty()) {
      out += fmt::format("whole query as a phrase\n  {}\n", Compiler::phrase(plan.bound.whole).get_description());
    }
    if (!plan.feedback.empty()) {
      out += fmt::format("feedback, weighted {}\n  {}\n", kFeedbackWeight, fmt::join(plan.feedback, " "));
    }
    return out;
  });
}

}  // namespace nutgraf
