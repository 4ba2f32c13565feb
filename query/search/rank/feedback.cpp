// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/feedback.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/bind/ranked_words.h"
#include "query/search/compile/compiler.h"
#include "query/search/compile/operators.h"
#include "query/search/rank/rescorer.h"
#include "query/search/rank/results.h"
#include "query/search/rank/retrieve.h"

namespace nutgraf::search::rank {
namespace {

/// Surface words: terms of fields and of other forms of a text begin with a capital.
class BodyWords final : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
  }
};

bool is_in(const Xapian::Database& database, Xapian::docid document, const std::string& term) {
  auto at = database.termlist_begin(document);
  at.skip_to(term);
  return at != database.termlist_end(document) && *at == term;
}

/// Does a passage contain the term that is none of these?
bool reaches_beyond(const Xapian::Database& database, const postings::Documents& passages, const std::string& term) {
  const auto here = std::count_if(passages.begin(), passages.end(),
                                  [&](Xapian::docid passage) { return is_in(database, passage, term); });
  return database.get_termfreq(term) > static_cast<Xapian::doccount>(here);
}

/// Terms that only these passages contain find nothing else.
std::vector<std::string> feedback_terms(Xapian::Enquire& enquire, const Xapian::Database& database,
                                        const postings::Documents& passages) {
  constexpr Xapian::termcount kLooked = 20 * kFeedbackTerms;
  Xapian::RSet relevant;
  for (const Xapian::docid passage : passages) {
    relevant.add_document(passage);
  }
  const BodyWords decider;
  enquire.set_expansion_scheme("trad");
  const Xapian::ESet found = enquire.get_eset(kLooked, relevant, Xapian::Enquire::USE_EXACT_TERMFREQ, &decider);
  std::vector<std::string> terms;
  for (auto at = found.begin(); at != found.end() && terms.size() < kFeedbackTerms; ++at) {
    if (reaches_beyond(database, passages, *at)) {
      terms.push_back(*at);
    }
  }
  return terms;
}

/// What of the query filters and excludes.
bind::BestMatchNode filters_of(const bind::BoundQuery& query) {
  bind::BestMatchNode filters;
  if (const auto* const best = bind::as<bind::BestMatchNode>(query.root)) {
    std::copy_if(best->children.begin(), best->children.end(), std::back_inserter(filters.children),
                 [](const bind::BoundNode& child) {
                   return child.role == bind::Role::Filter || child.role == bind::Role::Excluded;
                 });
  }
  return filters;
}

std::vector<ScoredPassage> first_rows(const Ranking& ranking) {
  Retrieved retrieved = retrieve(ranking);
  rescore(ranking, retrieved);
  return collect(ranking, retrieved, kFeedbackPassages);
}

Xapian::Query expanded(const compile::Plan& plan, Reach reach) {
  const Xapian::Query words(kFeedbackWeight,
                            Xapian::Query(Xapian::Query::OP_OR, plan.feedback.begin(), plan.feedback.end()));
  if (reach == Reach::Matches) {
    return {Xapian::Query::OP_AND_MAYBE, plan.query, words};
  }
  bind::BestMatchNode filters = filters_of(plan.bound);
  if (filters.children.empty()) {
    return {Xapian::Query::OP_OR, plan.query, words};
  }
  bind::BoundQuery only;
  only.root = {std::move(filters)};
  const Xapian::Query more = compile::filtered(words, compile::Compiler(only, nullptr, plan.reader.sharding).query());
  return {Xapian::Query::OP_OR, plan.query, more};
}

bind::Clause clause_with(const std::string& term) {
  bind::Form form;
  form.terms = {term};
  bind::BoundWord word;
  word.text = term;
  word.forms = {form};
  return {term, {word}};
}

}  // namespace

Reach reach_of(const bind::BoundQuery& query) {
  if (const bind::Clause* const clause = bind::clause_of(query.root)) {
    return clause->is_phrase() ? Reach::Matches : Reach::All;
  }
  const auto* const best = bind::as<bind::BestMatchNode>(query.root);
  const auto has = [best](bind::Role role) {
    return std::any_of(best->children.begin(), best->children.end(),
                       [role](const bind::BoundNode& child) { return child.role == role; });
  };
  return best != nullptr && has(bind::Role::Optional) && !has(bind::Role::Required) ? Reach::All : Reach::Matches;
}

void expand(compile::Plan& plan, const Options& options, const ArticleStatistics& articles, Reach reach) {
  Ranking ranking{plan, options, articles};
  ranking.options.sort = SortBy::Relevance;
  ranking.options.totals = Totals::None;
  postings::Documents passages;
  for (const ScoredPassage& row : first_rows(ranking)) {
    passages.push_back(row.document);
  }
  std::sort(passages.begin(), passages.end());
  const Xapian::Database& database = plan.reader.database;
  Xapian::Enquire enquire = ranked_enquire(ranking, plan.query);
  plan.feedback = passages.empty() ? std::vector<std::string>() : feedback_terms(enquire, database, passages);
  if (plan.feedback.empty()) {
    return;
  }
  plan.query = plan.ranked = expanded(plan, reach);
  plan.decider.reset();
}

bind::BoundQuery words_of(const Xapian::Database& database, const postings::Documents& passages) {
  bind::BestMatchNode words;
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query());
  for (const std::string& term : feedback_terms(enquire, database, passages)) {
    words.children.push_back({bind::ClauseNode{clause_with(term)}});
  }
  bind::BoundQuery query;
  query.root = {std::move(words)};
  bind::collect_ranked(query);
  query.neighbours.clear();  // they are adjacent nowhere
  query.sequences.clear();
  query.full_phrase = {};
  return query;
}

}  // namespace nutgraf::search::rank
