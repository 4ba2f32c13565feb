// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/compiler.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "query/parse/operators.h"
#include "query/search/compile/named_passages.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/posting_sources.h"
#include "query/search/compile/proximity_filter.h"
#include "query/search/compile/words.h"

namespace nutgraf::search::compile {
namespace {

using Xapian::Query;

/// Any of these, and they are words: nothing in it looks at weights.
bool is_any_term(const Query& query) {
  const Query::op type = query.get_type();
  if (type != Query::OP_OR && type != Query::OP_SYNONYM) {
    return type == Query::LEAF_TERM || query.empty();
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (query.get_subquery(i).get_type() != Query::LEAF_TERM) {
      return false;
    }
  }
  return true;
}

/// Terms of words and groups of words that Xapian's own NEAR takes; nothing for phrases, languages and operators.
bool append_terms(const bind::BoundNode& node, Queries& terms) {
  if (const auto* const alternatives = bind::as<bind::OrNode>(node)) {
    return std::all_of(alternatives->children.begin(), alternatives->children.end(),
                       [&terms](const bind::BoundNode& child) { return append_terms(child, terms); });
  }
  const bind::Clause* const clause = bind::clause_of(node);
  const auto found = clause == nullptr ? std::nullopt : alternative_terms(*clause);
  if (found) {
    terms.insert(terms.end(), found->begin(), found->end());
  }
  return found.has_value();
}

std::optional<Query> group_of(const bind::BoundNode& node) {
  Queries terms;
  return append_terms(node, terms) && !terms.empty() ? std::optional(any_of(terms)) : std::nullopt;
}

bool share_a_term(const Query& one, const Query& other) {
  return std::any_of(one.get_unique_terms_begin(), one.get_unique_terms_end(), [&](const std::string& term) {
    return std::find(other.get_unique_terms_begin(), other.get_unique_terms_end(), term) !=
           other.get_unique_terms_end();
  });
}

bool leaves_out(const bind::NearNode& near) {
  return parse::operator_of(near.closeness).effect == parse::Effect::LeavesOut;
}

/// What positions decide among the parts that must all match.
void append_conjuncts(const bind::BoundNode& node, std::vector<bind::PositionConditionPtr>& conjuncts) {
  if (bind::PositionConditionPtr condition = bind::condition_of(node); condition && !Compiler::has_own_operator(node)) {
    conjuncts.push_back(std::move(condition));
  }
  const bool is_conjunction = bind::is_a<bind::AndNode>(node);
  if (!is_conjunction && !bind::is_a<bind::BestMatchNode>(node)) {
    return;
  }
  for (const bind::BoundNode& child : bind::children_of(node)) {
    if (is_conjunction || child.role == bind::Role::Required) {
      append_conjuncts(child, conjuncts);
    }
  }
}

/// Is it a word that was already seen?
bool is_repeated(const bind::BoundNode& node, std::set<std::string>& seen) {
  const bind::Clause* const clause = bind::clause_of(node);
  return clause != nullptr && !clause->is_phrase() && !seen.insert(bind::forms_key(clause->parts.front())).second;
}

}  // namespace

Compiler::Compiler(const bind::BoundQuery& query, postings::MappedTables mapped, postings::Sharding sharding)
    : query_(query), words_(query), mapped_(std::move(mapped)), sharding_(sharding) {}

Query Compiler::query(Dates dates) const {
  Compiler with(*this);
  with.dates_ = dates;
  return with.node(query_.root);
}

Query Compiler::unchecked_query(std::vector<bind::PositionConditionPtr>& unchecked) const {
  append_conjuncts(query_.root, unchecked);
  Compiler without(*this);
  for (const bind::PositionConditionPtr& condition : unchecked) {
    without.unchecked_.push_back(condition.get());
  }
  return without.node(query_.root);
}

Query Compiler::verified(const Query& candidates, const bind::BoundNode& node) const {
  bind::PositionConditionPtr condition = bind::condition_of(node);
  if (std::find(unchecked_.begin(), unchecked_.end(), condition.get()) != unchecked_.end()) {
    return candidates;
  }
  if (node.named) {
    return filtered(candidates, named_query(*node.named));
  }
  return filtered(candidates, Query((new ProximitySource(std::move(condition), mapped_))->release()));
}

Query Compiler::near(const bind::BoundNode& node, const bind::NearNode& near) const {
  if (!has_own_operator(node)) {
    return verified(candidates(node), node);
  }
  const Queries sides{*group_of(near.children[0]), *group_of(near.children[1])};
  const bool any_order = parse::operator_of(near.closeness).order == parse::Order::Any;
  return filtered(candidates(node),
                  Query(any_order ? Query::OP_NEAR : Query::OP_PHRASE, sides.begin(), sides.end(), near.distance + 1));
}

Query Compiler::within_article(const bind::BoundNode& node, const bind::WithinArticleNode& within) const {
  const Query articles = node.named ? named_query(*node.named) : Query(new_article_source(within.articles));
  Queries ranking;
  append_words(within.children.front(), ranking);
  const Query all = filtered(all_documents(), articles);
  return ranking.empty() ? all : Query(Query::OP_AND_MAYBE, all, any_of(ranking));
}

bool Compiler::has_own_operator(const bind::BoundNode& node) {
  const auto* const near = bind::as<bind::NearNode>(node);
  if (near == nullptr || leaves_out(*near)) {
    return false;
  }
  const std::optional<Query> left = group_of(near->children[0]);
  const std::optional<Query> right = group_of(near->children[1]);
  // OP_NEAR passes over some matches of groups that have a word in common.
  const bool any_order = parse::operator_of(near->closeness).order == parse::Order::Any;
  return left && right && !(any_order && share_a_term(*left, *right));
}

/// Xapian 1.4 leaves the weight bounds of an AND on the right of AND_NOT uninitialised, and an OR in it may then lose
/// matches. In an XOR with everything, which is the same, they are set.
Query Compiler::without(const Query& query, const Query& unwanted) const {
  if (is_any_term(unwanted) || sharding_ == postings::Sharding::Mixed) {  // there it has names, and no OR in an AND
    return {Query::OP_AND_NOT, query, unwanted};
  }
  const Query rest = sharding_ == postings::Sharding::SeveralLocal
                         ? Query(new_complement_source(unwanted))
                         : Query(Query::OP_XOR, all_documents(), weightless(unwanted));
  return query.get_type() == Query::LEAF_MATCH_ALL ? rest : filtered(query, rest);
}

Query Compiler::excluded(const bind::BoundNode& node) const {
  return sharding_ == postings::Sharding::Mixed && node.named ? named_query(*node.named) : this->node(node);
}

bool Compiler::is_any_word(const bind::BoundNode& part) const {
  return is_any_term(node(part));
}

/// Of its clauses, those under NOT left out.
void Compiler::append_words(const bind::BoundNode& node, Queries& words) const {
  if (const bind::Clause* const clause = bind::clause_of(node)) {
    words.push_back(words_.all_words(*clause));
  }
  if (bind::is_a<bind::NotNode>(node)) {
    return;
  }
  const auto* const near = bind::as<bind::NearNode>(node);
  const std::span<const bind::BoundNode> children = bind::children_of(node);
  for (const bind::BoundNode& child : near != nullptr && leaves_out(*near) ? children.first(1) : children) {
    if (child.role != bind::Role::Excluded) {
      append_words(child, words);
    }
  }
}

Queries Compiler::wanted_candidates(const std::vector<bind::BoundNode>& children) const {
  Queries wanted;
  for (const bind::BoundNode& child : children) {
    if (child.role != bind::Role::Excluded) {
      wanted.push_back(candidates(child));
    }
  }
  return wanted.empty() ? Queries{all_documents()} : wanted;
}

Query Compiler::candidates(const bind::BoundNode& node) const {
  return bind::visit_node(
      node, [this](const bind::ClauseNode& leaf) { return words_.all_words(leaf.clause); },
      [this](const bind::NearNode& near) {
        const Query left = candidates(near.children[0]);
        return leaves_out(near) ? left : Query(Query::OP_AND, left, candidates(near.children[1]));
      },
      [this](const bind::OneOf<bind::WithinNode, bind::WithinArticleNode> auto& within) {
        return candidates(within.children.front());
      },
      [this](const bind::OrNode& group) { return any_of(wanted_candidates(group.children)); },
      [this](const bind::OneOf<bind::AndNode, bind::BestMatchNode> auto& group) {
        return all_of(wanted_candidates(group.children));
      },
      [](const bind::MatchNone& /*node*/) { return Query(); },
      [](const bind::OneOf<bind::MatchAll, bind::TitleNode, bind::TermsNode, bind::RangeNode, bind::NotNode> auto&
         /*node*/) { return all_documents(); });
}

Query Compiler::node(const bind::BoundNode& node) const {
  if (node.is_date && dates_ == Dates::Ignored) {
    return all_documents();
  }
  return bind::visit_node(
      node, [](const bind::MatchAll& /*node*/) { return all_documents(); },
      [](const bind::MatchNone& /*node*/) { return Query(); },
      [&](const bind::ClauseNode& leaf) {
        return leaf.condition ? verified(words_.all_words(leaf.clause), node) : words_.clause(leaf.clause);
      },
      [](const bind::TitleNode& title) { return weightless(phrase_query(title.clause)); },
      [](const bind::TermsNode& any) { return weightless(any_of(Queries(any.terms.begin(), any.terms.end()))); },
      [](const bind::RangeNode& range) {
        return Query(Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(schema::Slot::Date), range.low, range.high);
      },
      [this](const bind::AndNode& group) { return conjunction(group); },
      [this](const bind::OrNode& group) { return any_of(nodes(group.children)); },
      [this](const bind::NotNode& inverse) { return without(all_documents(), excluded(inverse.children.front())); },
      [this](const bind::BestMatchNode& group) { return best(group); },
      [&](const bind::NearNode& near) { return this->near(node, near); },
      [&](const bind::WithinNode& within) { return verified(candidates(within.children.front()), node); },
      [&](const bind::WithinArticleNode& within) { return within_article(node, within); });
}

Queries Compiler::nodes(const std::vector<bind::BoundNode>& nodes) const {
  Queries queries;
  std::transform(nodes.begin(), nodes.end(), std::back_inserter(queries),
                 [this](const bind::BoundNode& node) { return this->node(node); });
  return queries;
}

Query Compiler::conjunction(const bind::AndNode& group) const {
  Queries wanted;
  Queries unwanted;
  for (const bind::BoundNode& child : group.children) {
    const auto* const inverse = bind::as<bind::NotNode>(child);
    if (inverse != nullptr && !child.is_date) {
      unwanted.push_back(excluded(inverse->children.front()));
    } else {
      wanted.push_back(node(child));
    }
  }
  const Query all = wanted.empty() ? all_documents() : all_of(wanted);
  return unwanted.empty() ? all : without(all, any_of(unwanted));
}

Query Compiler::best(const bind::BestMatchNode& group) const {
  Queries optional;
  Queries required;
  Queries unwanted;
  Queries filters;
  std::set<std::string> seen;
  for (const bind::BoundNode& child : group.children) {
    switch (child.role) {
      case bind::Role::Optional:
        if (!is_repeated(child, seen)) {
          optional.push_back(node(child));
        }
        break;
      case bind::Role::Required:
        required.push_back(node(child));
        break;
      case bind::Role::Excluded:
        unwanted.push_back(excluded(child));
        break;
      case bind::Role::Filter:
        filters.push_back(node(child));
        break;
    }
  }
  Query query = all_documents();
  if (!required.empty()) {
    query = all_of(required);
    if (!optional.empty()) {
      query = Query(Query::OP_AND_MAYBE, query, any_of(optional));
    }
  } else if (!optional.empty()) {
    query = any_of(optional);
  }
  if (!filters.empty()) {
    query = required.empty() && optional.empty() ? all_of(filters) : filtered(query, all_of(filters));
  }
  return unwanted.empty() ? query : without(query, any_of(unwanted));
}

}  // namespace nutgraf::search::compile
