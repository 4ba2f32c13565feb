// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/feedback.h"

#include <algorithm>

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

bind::BoundQuery conditions_of(const bind::BoundQuery& query) {
  bind::BoundQuery conditions;
  conditions.root.kind = bind::BoundKind::Best;
  if (query.root.kind == bind::BoundKind::Best) {
    std::copy_if(query.root.children.begin(), query.root.children.end(), std::back_inserter(conditions.root.children),
                 [](const bind::BoundNode& child) {
                   return child.role == bind::Role::Filter || child.role == bind::Role::Excluded;
                 });
  }
  return conditions;
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
  const bind::BoundQuery conditions = conditions_of(plan.bound);
  const bool free = conditions.root.children.empty();
  const Xapian::Query more =
      free ? words : compile::filtered(words, compile::Compiler(conditions, nullptr, plan.reader.sharding).query());
  return {Xapian::Query::OP_OR, plan.query, more};
}

bind::BoundUnit unit_of(const std::string& term) {
  bind::Form form;
  form.terms = {term};
  bind::BoundWord word;
  word.text = term;
  word.forms = {form};
  return {term, {word}};
}

}  // namespace

Reach reach_of(const bind::BoundQuery& query) {
  if (query.root.kind == bind::BoundKind::Unit) {
    return query.root.unit.is_phrase() ? Reach::Matches : Reach::All;
  }
  const auto& children = query.root.children;
  const auto has = [&](bind::Role role) {
    return std::any_of(children.begin(), children.end(), [role](const bind::BoundNode& c) { return c.role == role; });
  };
  return query.root.kind == bind::BoundKind::Best && has(bind::Role::Optional) && !has(bind::Role::Required)
             ? Reach::All
             : Reach::Matches;
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
  bind::BoundQuery query;
  query.root.kind = bind::BoundKind::Best;
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query());
  for (const std::string& term : feedback_terms(enquire, database, passages)) {
    bind::BoundNode child;
    child.kind = bind::BoundKind::Unit;
    child.unit = unit_of(term);
    query.root.children.push_back(std::move(child));
  }
  bind::collect_ranked(query);
  query.neighbours.clear();  // they are adjacent nowhere
  query.sequences.clear();
  query.whole = {};
  return query;
}

}  // namespace nutgraf::search::rank
