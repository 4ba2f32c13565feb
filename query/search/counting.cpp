// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/counting.h"

#include <fmt/format.h>

#include "core/schema/terms.h"
#include "query/search/article_join.h"
#include "query/search/compile.h"
#include "query/search/matching.h"
#include "query/search/occurrences.h"
#include "query/search/scope_note.h"

namespace nutgraf {
namespace {

Xapian::Enquire unranked(const Plan& plan, const Xapian::Query& query) {
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  return enquire;
}

std::uint64_t passages_of(const Plan& plan, const Xapian::Query& query) {
  return unranked(plan, query).get_mset(0, 1, plan.database.get_doccount()).get_matches_lower_bound();
}

std::uint64_t articles_of(const Plan& plan, const Xapian::Query& query) {
  return articles_of_matches(plan.shards, query).size();
}

std::string word_note(const Plan& plan, std::uint64_t any, Relation relation) {
  const Compiler compiler(plan.bound);
  std::vector<Xapian::Query> words;
  for (const RankedWord& ranked : plan.bound.ranked) {
    words.push_back(compiler.word(ranked.word));
  }
  const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
  std::string note =
      fmt::format("any word {}{} · all words {}", relation == Relation::Exact ? "" : "about ", fmt::group_digits(any),
                  fmt::group_digits(passages_of(plan, Xapian::Query(Xapian::Query::OP_FILTER, plan.query, all))));
  if (!plan.whole.empty()) {
    note += fmt::format(" · the phrase {}", fmt::group_digits(passages_of(plan, plan.whole)));
  }
  return note;
}

}  // namespace

Searcher::Counts count_matches(const Plan& plan) {
  Searcher::Counts counts;
  ArticleSet::Keys articles;
  for (const Xapian::Database& database : plan.shards) {
    const Tables shard = plan.shards.size() == 1 ? plan.tables : Tables{database};
    const Documents passages = matching_documents(database, plan.query);
    counts.passages += passages.size();
    add_articles(shard, passages, articles);
    Occurrences occurrences(shard, plan.bound);
    for (const Xapian::docid passage : passages) {
      counts.occurrences += occurrences.count(passage);
    }
  }
  counts.articles = articles.size();
  return counts;
}

std::vector<std::string> notes_of(const Plan& plan, std::uint64_t any, Relation relation) {
  std::vector<std::string> notes;
  if (plan.bound.bare_words > 1 && plan.bound.ranked.size() > 1 && any > 0) {
    notes.push_back(word_note(plan, any, relation));
  }
  if (std::string note = scope_note(plan); !note.empty()) {
    notes.push_back(std::move(note));
  }
  if (plan.bound.has_date_filter) {
    const Xapian::Query undated{std::string(schema::kUndatedMark)};
    const std::uint64_t hidden =
        articles_of(plan, Xapian::Query(Xapian::Query::OP_FILTER,
                                        Compiler(plan.bound, plan.tables.in_place).query(Dates::Ignored), undated));
    if (hidden > 0) {
      notes.push_back(fmt::format("+{} undated not shown", fmt::group_digits(hidden)));
    }
  }
  return notes;
}

}  // namespace nutgraf
