// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/compiler.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

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
bool append_terms(const BoundNode& node, Queries& terms) {
  if (node.kind == BoundKind::Or) {
    return std::all_of(node.children.begin(), node.children.end(),
                       [&terms](const BoundNode& child) { return append_terms(child, terms); });
  }
  if (node.kind != BoundKind::Unit || node.unit.is_phrase()) {
    return false;
  }
  for (const Form& form : node.unit.parts.front().forms) {
    if (form.positions() > 1 || !form.language.empty()) {
      return false;
    }
    terms.emplace_back(form.terms.front());
  }
  return true;
}

std::optional<Query> group_of(const BoundNode& node) {
  Queries terms;
  return append_terms(node, terms) && !terms.empty() ? std::optional(any_of(terms)) : std::nullopt;
}

/// What positions decide among the parts that must all hold.
void append_conjuncts(const BoundNode& node, std::vector<std::shared_ptr<const Proximity>>& conjuncts) {
  if (node.proximity && !Compiler::has_own_operator(node)) {
    conjuncts.push_back(node.proximity);
  }
  for (const BoundNode& child : node.children) {
    if (node.kind == BoundKind::And || (node.kind == BoundKind::Best && child.role == Role::Required)) {
      append_conjuncts(child, conjuncts);
    }
  }
}

}  // namespace

Compiler::Compiler(const BoundQuery& query, postings::MappedTables mapped, postings::Sharding sharding)
    : query_(query), words_(query), mapped_(std::move(mapped)), sharding_(sharding) {}

Query Compiler::query(Dates dates) const {
  Compiler with(*this);
  with.dates_ = dates;
  return with.node(query_.root);
}

Query Compiler::unchecked_query(std::vector<std::shared_ptr<const Proximity>>& unchecked) const {
  append_conjuncts(query_.root, unchecked);
  Compiler without(*this);
  for (const auto& proximity : unchecked) {
    without.unchecked_.push_back(proximity.get());
  }
  return without.node(query_.root);
}

Query Compiler::verified(const Query& candidates, const BoundNode& node) const {
  if (std::find(unchecked_.begin(), unchecked_.end(), node.proximity.get()) != unchecked_.end()) {
    return candidates;
  }
  if (node.named) {
    return filtered(candidates, named_query(*node.named));
  }
  return filtered(candidates, Query((new ProximitySource(node.proximity, mapped_))->release()));
}

Query Compiler::unit(const BoundNode& node) const {
  return node.proximity ? verified(words_.all_words(node.unit), node) : words_.unit(node.unit);
}

Query Compiler::near(const BoundNode& node) const {
  if (!has_own_operator(node)) {
    return verified(candidates(node), node);
  }
  const Queries sides{*group_of(node.children[0]), *group_of(node.children[1])};
  const Query near(node.closeness == Closeness::Near ? Query::OP_NEAR : Query::OP_PHRASE, sides.begin(), sides.end(),
                   node.distance + 1);
  return filtered(candidates(node), near);
}

Query Compiler::within(const BoundNode& node) const {
  if (node.text_unit != TextUnit::Article) {
    return verified(candidates(node.children.front()), node);
  }
  const Query articles = node.named ? named_query(*node.named) : Query(new_article_source(node.articles));
  Queries ranking;
  append_words(node.children.front(), ranking);
  const Query all = filtered(all_documents(), articles);
  return ranking.empty() ? all : Query(Query::OP_AND_MAYBE, all, any_of(ranking));
}

bool Compiler::has_own_operator(const BoundNode& node) {
  return node.kind == BoundKind::Near && node.closeness != Closeness::NotNear && group_of(node.children[0]) &&
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

Query Compiler::excluded(const BoundNode& node) const {
  return sharding_ == postings::Sharding::Mixed && node.named ? named_query(*node.named) : this->node(node);
}

bool Compiler::is_any_word(const BoundNode& part) const {
  return is_any_term(node(part));
}

/// Of its units, those under NOT left out.
void Compiler::append_words(const BoundNode& node, Queries& words) const {
  if (node.kind == BoundKind::Unit) {
    words.push_back(words_.all_words(node.unit));
  }
  const bool left_only = node.kind == BoundKind::Near && node.closeness == Closeness::NotNear;
  for (const BoundNode& child : node.children) {
    if (node.kind != BoundKind::Not && child.role != Role::Excluded && !(left_only && &child != &node.children[0])) {
      append_words(child, words);
    }
  }
}

Query Compiler::candidates(const BoundNode& node) const {
  switch (node.kind) {
    case BoundKind::Unit:
      return words_.all_words(node.unit);
    case BoundKind::Near:
      return node.closeness == Closeness::NotNear
                 ? candidates(node.children[0])
                 : Query(Query::OP_AND, candidates(node.children[0]), candidates(node.children[1]));
    case BoundKind::Within:
      return candidates(node.children.front());
    case BoundKind::Or:
    case BoundKind::And:
    case BoundKind::Best:
      break;
    case BoundKind::Nothing:
      return {};
    case BoundKind::Everything:
    case BoundKind::Title:
    case BoundKind::Terms:
    case BoundKind::Range:
    case BoundKind::Not:
      return all_documents();
  }
  Queries children;
  for (const BoundNode& child : node.children) {
    if (child.role != Role::Excluded) {
      children.push_back(candidates(child));
    }
  }
  if (children.empty()) {
    return all_documents();
  }
  return node.kind == BoundKind::Or ? any_of(children) : all_of(children);
}

Query Compiler::node(const BoundNode& node) const {
  if (node.is_date && dates_ == Dates::Ignored) {
    return all_documents();
  }
  switch (node.kind) {
    case BoundKind::Everything:
      return all_documents();
    case BoundKind::Nothing:
      return {};
    case BoundKind::Unit:
      return unit(node);
    case BoundKind::Near:
      return near(node);
    case BoundKind::Within:
      return within(node);
    case BoundKind::Title:
      return weightless(phrase_query(node.unit));
    case BoundKind::Terms:
      return weightless(any_of(Queries(node.terms.begin(), node.terms.end())));
    case BoundKind::Range:
      return {Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(schema::Slot::Date), node.low, node.high};
    case BoundKind::And:
      return conjunction(node);
    case BoundKind::Or: {
      Queries children;
      std::transform(node.children.begin(), node.children.end(), std::back_inserter(children),
                     [this](const BoundNode& child) { return this->node(child); });
      return any_of(children);
    }
    case BoundKind::Not:
      return without(all_documents(), excluded(node.children.front()));
    case BoundKind::Best:
      return best(node);
  }
  return {};
}

Query Compiler::conjunction(const BoundNode& node) const {
  Queries wanted;
  Queries unwanted;
  for (const BoundNode& child : node.children) {
    if (child.kind == BoundKind::Not && !child.is_date) {
      unwanted.push_back(excluded(child.children.front()));
    } else {
      wanted.push_back(this->node(child));
    }
  }
  const Query all = wanted.empty() ? all_documents() : all_of(wanted);
  return unwanted.empty() ? all : without(all, any_of(unwanted));
}

Query Compiler::best(const BoundNode& node) const {
  Queries optional;
  Queries required;
  Queries unwanted;
  Queries filters;
  std::set<std::string> seen;
  for (const BoundNode& child : node.children) {
    switch (child.role) {
      case Role::Optional:
        if (child.kind != BoundKind::Unit || child.unit.is_phrase() ||
            seen.insert(forms_key(child.unit.parts.front())).second) {
          optional.push_back(this->node(child));
        }
        break;
      case Role::Required:
        required.push_back(this->node(child));
        break;
      case Role::Excluded:
        unwanted.push_back(excluded(child));
        break;
      case Role::Filter:
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
