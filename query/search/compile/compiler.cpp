// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/compiler.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "query/parse/operators.h"
#include "query/search/compile/article_filter.h"
#include "query/search/compile/complement.h"
#include "query/search/compile/operators.h"
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
  if (node.kind == bind::BoundKind::Or) {
    return std::all_of(node.children.begin(), node.children.end(),
                       [&terms](const bind::BoundNode& child) { return append_terms(child, terms); });
  }
  if (node.kind != bind::BoundKind::Unit || node.unit.is_phrase()) {
    return false;
  }
  for (const bind::Form& form : node.unit.parts.front().forms) {
    if (form.positions() > 1 || !form.language.empty()) {
      return false;
    }
    terms.emplace_back(form.terms.front());
  }
  return true;
}

std::optional<Query> group_of(const bind::BoundNode& node) {
  Queries terms;
  return append_terms(node, terms) && !terms.empty() ? std::optional(any_of(terms)) : std::nullopt;
}

bool leaves_out(const bind::BoundNode& node) {
  return parse::operator_of(node.closeness).effect == parse::Effect::LeavesOut;
}

/// What positions decide among the parts that must all hold.
void append_conjuncts(const bind::BoundNode& node,
                      std::vector<std::shared_ptr<const bind::PositionCondition>>& conjuncts) {
  if (node.proximity && !Compiler::has_own_operator(node)) {
    conjuncts.push_back(node.proximity);
  }
  for (const bind::BoundNode& child : node.children) {
    if (node.kind == bind::BoundKind::And ||
        (node.kind == bind::BoundKind::Best && child.role == bind::Role::Required)) {
      append_conjuncts(child, conjuncts);
    }
  }
}

}  // namespace

Compiler::Compiler(const bind::BoundQuery& query, postings::MappedTables mapped, postings::Sharding sharding)
    : query_(query), words_(query), mapped_(std::move(mapped)), sharding_(sharding) {}

Query Compiler::query(Dates dates) const {
  Compiler with(*this);
  with.dates_ = dates;
  return with.node(query_.root);
}

Query Compiler::unchecked_query(std::vector<std::shared_ptr<const bind::PositionCondition>>& unchecked) const {
  append_conjuncts(query_.root, unchecked);
  Compiler without(*this);
  for (const auto& proximity : unchecked) {
    without.unchecked_.push_back(proximity.get());
  }
  return without.node(query_.root);
}

Query Compiler::verified(const Query& candidates, const bind::BoundNode& node) const {
  if (std::find(unchecked_.begin(), unchecked_.end(), node.proximity.get()) != unchecked_.end()) {
    return candidates;
  }
  if (node.named) {
    return filtered(candidates, named_query(*node.named));
  }
  return filtered(candidates, Query((new ProximitySource(node.proximity, mapped_))->release()));
}

Query Compiler::unit(const bind::BoundNode& node) const {
  return node.proximity ? verified(words_.all_words(node.unit), node) : words_.unit(node.unit);
}

Query Compiler::near(const bind::BoundNode& node) const {
  if (!has_own_operator(node)) {
    return verified(candidates(node), node);
  }
  const Queries sides{*group_of(node.children[0]), *group_of(node.children[1])};
  const Query near(parse::operator_of(node.closeness).order == parse::Order::Any ? Query::OP_NEAR : Query::OP_PHRASE,
                   sides.begin(), sides.end(), node.distance + 1);
  return filtered(candidates(node), near);
}

Query Compiler::within(const bind::BoundNode& node) const {
  if (node.text_unit != parse::TextUnit::Article) {
    return verified(candidates(node.children.front()), node);
  }
  const Query articles = node.named ? named_query(*node.named) : Query(new_article_source(node.articles));
  Queries ranking;
  append_words(node.children.front(), ranking);
  const Query all = filtered(all_documents(), articles);
  return ranking.empty() ? all : Query(Query::OP_AND_MAYBE, all, any_of(ranking));
}

bool Compiler::has_own_operator(const bind::BoundNode& node) {
  return node.kind == bind::BoundKind::Near && !leaves_out(node) && group_of(node.children[0]) &&
         group_of(node.children[1]);
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

/// Of its units, those under NOT left out.
void Compiler::append_words(const bind::BoundNode& node, Queries& words) const {
  if (node.kind == bind::BoundKind::Unit) {
    words.push_back(words_.all_words(node.unit));
  }
  const bool left_only = node.kind == bind::BoundKind::Near && leaves_out(node);
  for (const bind::BoundNode& child : node.children) {
    if (node.kind != bind::BoundKind::Not && child.role != bind::Role::Excluded &&
        !(left_only && &child != &node.children[0])) {
      append_words(child, words);
    }
  }
}

Query Compiler::candidates(const bind::BoundNode& node) const {
  switch (node.kind) {
    case bind::BoundKind::Unit:
      return words_.all_words(node.unit);
    case bind::BoundKind::Near:
      return leaves_out(node) ? candidates(node.children[0])
                              : Query(Query::OP_AND, candidates(node.children[0]), candidates(node.children[1]));
    case bind::BoundKind::Within:
      return candidates(node.children.front());
    case bind::BoundKind::Or:
    case bind::BoundKind::And:
    case bind::BoundKind::Best:
      break;
    case bind::BoundKind::Nothing:
      return {};
    case bind::BoundKind::Everything:
    case bind::BoundKind::Title:
    case bind::BoundKind::Terms:
    case bind::BoundKind::Range:
    case bind::BoundKind::Not:
      return all_documents();
  }
  Queries children;
  for (const bind::BoundNode& child : node.children) {
    if (child.role != bind::Role::Excluded) {
      children.push_back(candidates(child));
    }
  }
  if (children.empty()) {
    return all_documents();
  }
  return node.kind == bind::BoundKind::Or ? any_of(children) : all_of(children);
}

Query Compiler::node(const bind::BoundNode& node) const {
  if (node.is_date && dates_ == Dates::Ignored) {
    return all_documents();
  }
  switch (node.kind) {
    case bind::BoundKind::Everything:
      return all_documents();
    case bind::BoundKind::Nothing:
      return {};
    case bind::BoundKind::Unit:
      return unit(node);
    case bind::BoundKind::Near:
      return near(node);
    case bind::BoundKind::Within:
      return within(node);
    case bind::BoundKind::Title:
      return weightless(phrase_query(node.unit));
    case bind::BoundKind::Terms:
      return weightless(any_of(Queries(node.terms.begin(), node.terms.end())));
    case bind::BoundKind::Range:
      return {Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(schema::Slot::Date), node.low, node.high};
    case bind::BoundKind::And:
      return conjunction(node);
    case bind::BoundKind::Or: {
      Queries children;
      std::transform(node.children.begin(), node.children.end(), std::back_inserter(children),
                     [this](const bind::BoundNode& child) { return this->node(child); });
      return any_of(children);
    }
    case bind::BoundKind::Not:
      return without(all_documents(), excluded(node.children.front()));
    case bind::BoundKind::Best:
      return best(node);
  }
  return {};
}

Query Compiler::conjunction(const bind::BoundNode& node) const {
  Queries wanted;
  Queries unwanted;
  for (const bind::BoundNode& child : node.children) {
    if (child.kind == bind::BoundKind::Not && !child.is_date) {
      unwanted.push_back(excluded(child.children.front()));
    } else {
      wanted.push_back(this->node(child));
    }
  }
  const Query all = wanted.empty() ? all_documents() : all_of(wanted);
  return unwanted.empty() ? all : without(all, any_of(unwanted));
}

Query Compiler::best(const bind::BoundNode& node) const {
  Queries optional;
  Queries required;
  Queries unwanted;
  Queries filters;
  std::set<std::string> seen;
  for (const bind::BoundNode& child : node.children) {
    switch (child.role) {
      case bind::Role::Optional:
        if (child.kind != bind::BoundKind::Unit || child.unit.is_phrase() ||
            seen.insert(forms_key(child.unit.parts.front())).second) {
          optional.push_back(this->node(child));
        }
        break;
      case bind::Role::Required:
        required.push_back(this->node(child));
        break;
      case bind::Role::Excluded:
        unwanted.push_back(excluded(child));
        break;
      case bind::Role::Filter:
        filters.push_back(this->node(child));
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
