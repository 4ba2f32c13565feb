// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/schema/terms.h"
#include "query/search/compile/article_join.h"
#include "query/search/compile/compiler.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/words.h"

namespace nutgraf::search::views {
namespace {

Xapian::Enquire unranked(const compile::Plan& plan, const Xapian::Query& query) {
  Xapian::Enquire enquire(plan.reader.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  return enquire;
}

std::uint64_t passages_of(const compile::Plan& plan, const Xapian::Query& query) {
  return unranked(plan, query).get_mset(0, 1, plan.reader.database.get_doccount()).get_matches_lower_bound();
}

std::uint64_t articles_of(const compile::Plan& plan, const Xapian::Query& query) {
  return compile::articles_of_matches(plan.reader.shards, query).size();
}

/// The query with each of its words required, as --match all has them; the parts of a hyphenated word beside it are no
/// words of it.
bind::BoundQuery with_all_words(bind::BoundQuery query) {
  auto* const best = std::get_if<bind::BestMatchNode>(&query.root.payload);
  if (best == nullptr) {
    return query;
  }
  std::erase_if(best->children, [](const bind::BoundNode& child) {
    const bind::Clause* const clause = bind::clause_of(child);
    return clause != nullptr && clause->parts.front().share != 1;
  });
  for (bind::BoundNode& child : best->children) {
    child.role = child.role == bind::Role::Optional ? bind::Role::Required : child.role;
  }
  return query;
}

std::string word_note(const compile::Plan& plan, std::uint64_t any, view::Relation relation) {
  const bind::BoundQuery all = with_all_words(plan.bound);
  const Xapian::Query query = compile::Compiler(all, plan.reader.mapped, plan.reader.sharding).query();
  std::string note = fmt::format("any word {}{} · all words {}", relation == view::Relation::Exact ? "" : "about ",
                                 fmt::group_digits(any), fmt::group_digits(passages_of(plan, query)));
  if (!plan.full_phrase.empty()) {
    note += fmt::format(" · the phrase {}", fmt::group_digits(passages_of(plan, plan.full_phrase)));
  }
  return note;
}

struct Operands {
  std::size_t wanted = 0;  // all of which must match
  std::size_t unwanted = 0;
};

bool only_filters(const bind::BoundNode& node) {
  return node.role == bind::Role::Filter || bind::is_a<bind::TitleNode>(node) || bind::is_a<bind::TermsNode>(node) ||
         bind::is_a<bind::RangeNode>(node);
}

/// Of the query itself: options that filter surround it.
Operands operands_of(const bind::BoundNode& node) {
  Operands operands;
  for (const bind::BoundNode& child : bind::children_of(node)) {
    const bool unwanted = child.role == bind::Role::Excluded || bind::is_a<bind::NotNode>(child);
    const bool must = bind::is_a<bind::AndNode>(node) || child.role == bind::Role::Required;
    operands.unwanted += unwanted ? 1U : 0U;
    operands.wanted += must && !unwanted && !only_filters(child) ? 1U : 0U;
  }
  return operands;
}

const bind::BoundNode& without_options(const bind::BoundNode& root) {
  const auto* const best = bind::as<bind::BestMatchNode>(root);
  const bool around = best != nullptr && !best->children.empty() &&
                      best->children.front().role == bind::Role::Required &&
                      !bind::is_a<bind::ClauseNode>(best->children.front()) &&
                      std::all_of(best->children.begin() + 1, best->children.end(),
                                  [](const bind::BoundNode& child) { return child.role == bind::Role::Filter; });
  return around ? best->children.front() : root;
}

std::string scope_note(const compile::Plan& plan, bind::Scope scope) {
  const bind::BoundNode& query = without_options(plan.bound.root);
  if (scope == bind::Scope::Article || (!bind::is_a<bind::AndNode>(query) && !bind::is_a<bind::BestMatchNode>(query))) {
    return {};
  }
  const Operands operands = operands_of(query);
  if (operands.wanted < 2) {
    return {};
  }
  const match::ArticleSet whole = compile::articles_meeting(plan.reader.shards, plan.bound.root);
  if (whole.sense() == match::ArticleSet::Sense::AllButThese) {
    return {};  // (NOT a OR b) AND (NOT c OR d): about what is missing
  }
  const std::uint64_t articles = compile::articles_of_matches(plan.reader.shards, plan.query).size();
  const std::string how = operands.unwanted > 0  ? "where it holds of the whole article"
                          : operands.wanted == 2 ? "with both somewhere in the article"
                                                 : fmt::format("with all {} somewhere in the article", operands.wanted);
  return fmt::format("{} {}; {} {}: --scope article", fmt::group_digits(articles),
                     articles == 1 ? "article" : "articles", fmt::group_digits(whole.size()), how);
}

}  // namespace

std::vector<std::string> notes_of(const compile::Plan& plan, bind::Scope scope, std::uint64_t any,
                                  view::Relation relation) {
  std::vector<std::string> notes;
  if (plan.bound.bare_words > 1 && plan.bound.ranked.size() > 1 && any > 0) {
    notes.push_back(word_note(plan, any, relation));
  }
  if (std::string note = scope_note(plan, scope); !note.empty()) {
    notes.push_back(std::move(note));
  }
  if (std::string note = undated_note(plan); !note.empty()) {
    notes.push_back(std::move(note));
  }
  return notes;
}

std::string undated_note(const compile::Plan& plan) {
  if (!plan.bound.has_date_filter) {
    return {};
  }
  const Xapian::Query undated{std::string(schema::kUndatedMark)};
  const std::uint64_t all = articles_of(
      plan,
      compile::filtered(compile::Compiler(plan.bound, plan.reader.mapped).query(compile::Dates::Ignored), undated));
  // date:none shows them.
  const std::uint64_t hidden = all == 0 ? 0 : all - articles_of(plan, compile::filtered(plan.query, undated));
  return hidden == 0 ? std::string() : fmt::format("+{} undated not shown", fmt::group_digits(hidden));
}

}  // namespace nutgraf::search::views
