// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "core/base/failure.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/article_source.h"
#include "query/search/complement_source.h"
#include "query/search/named_passages.h"
#include "query/search/verified_source.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

constexpr std::size_t kMaxShapes = 128;  // of a phrase with compounds

/// Not Query::MatchAll: threads that copy that one count its copies at the same time, and Xapian's counts are not made
/// for it.
Query all_documents() {
  return Query(std::string());
}

Query all_of(const Queries& queries) {
  return {Query::OP_AND, queries.begin(), queries.end()};
}

Query any_of(const Queries& queries) {
  return queries.size() == 1 ? queries.front() : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query weightless(const Query& query) {
  return {0.0, query};
}

/// Any of these, and they are words: nothing in it looks at weights.
bool is_any_word(const Query& query) {
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

Query in_language(const Query& query, const std::string& language) {
  return {Query::OP_FILTER, query, Query(schema::make_term(schema::kLanguagePrefix, language))};
}

Query form_query(const Form& form) {
  return form.terms.size() == 1 ? Query(form.terms.front())
                                : Query(Query::OP_PHRASE, form.terms.begin(), form.terms.end());
}

std::set<std::string> languages_of(const BoundUnit& unit) {
  std::set<std::string> languages;
  for (const BoundWord& part : unit.parts) {
    for (const Form& form : part.forms) {
      languages.insert(form.language);
    }
  }
  return languages;
}

/// Phrases take groups of terms at one position, but no phrases inside: every mixture of joined and open compounds is a
/// phrase of its own.
class Shapes {
 public:
  Shapes(const BoundUnit& unit, const std::string& language) : shapes_(1) {
    for (const BoundWord& part : unit.parts) {
      add(part, language);
    }
  }

  [[nodiscard]] Query query() const {
    Queries phrases;
    for (const Queries& shape : shapes_) {
      phrases.push_back(shape.size() == 1 ? shape.front() : Query(Query::OP_PHRASE, shape.begin(), shape.end()));
    }
    return phrases.empty() ? Query() : any_of(phrases);
  }

 private:
  void add(const BoundWord& part, const std::string& language) {
    Queries single;
    std::vector<Queries> choices;
    for (const Form& form : part.forms) {
      if (form.absent || (!form.language.empty() && form.language != language)) {
        continue;
      }
      if (form.terms.size() == 1) {
        single.emplace_back(form.terms.front());
      } else {
        choices.emplace_back(form.terms.begin(), form.terms.end());
      }
    }
    if (!single.empty()) {
      choices.insert(choices.begin(), Queries{any_of(single)});
    }
    multiply(choices);
  }

  void multiply(const std::vector<Queries>& choices) {
    if (shapes_.size() * choices.size() > kMaxShapes) {
      throw Failure(ExitCode::Usage,
                    fmt::format("the phrase has more than {} mixtures of hyphenated words", kMaxShapes),
                    "search for a shorter phrase");
    }
    std::vector<Queries> longer;
    for (const Queries& shape : shapes_) {
      for (const Queries& choice : choices) {
        longer.push_back(shape);
        longer.back().insert(longer.back().end(), choice.begin(), choice.end());
      }
    }
    shapes_ = std::move(longer);
  }

  std::vector<Queries> shapes_;
};

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

/// What is decided by places among the parts that must all hold.
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

bool is_plain(const BoundUnit& unit) {
  return std::all_of(unit.parts.begin(), unit.parts.end(), [](const BoundWord& part) {
    return part.forms.size() == 1 && part.forms.front().terms.size() == 1 && part.forms.front().language.empty() &&
           part.ranked_by.empty();
  });
}

}  // namespace

std::string forms_key(const BoundWord& word) {
  std::string key;
  for (const Form& form : word.forms) {
    key += form.language;
    for (const std::string& term : form.terms) {
      key += '\x01';
      key += term;
    }
    key += '\x02';
  }
  return key;
}

Compiler::Compiler(const BoundQuery& query, TablesInPlace in_place, Sharding sharding)
    : query_(query), in_place_(std::move(in_place)), sharding_(sharding) {
  for (const RankedWord& ranked : query.ranked) {
    if (ranked.times > 1 || ranked.word.share != 1) {
      scale_.emplace(forms_key(ranked.word), ranked.word.share * times_weight(ranked.times));
    }
  }
}

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
    return {Query::OP_FILTER, candidates, named_query(*node.named)};
  }
  return {Query::OP_FILTER, candidates, Query((new VerifiedSource(node.proximity, in_place_))->release())};
}

Query Compiler::phrase(const BoundUnit& unit) {
  Queries alternatives;
  for (const std::string& language : languages_of(unit)) {
    const Query query = Shapes(unit, language).query();
    alternatives.push_back(language.empty() ? query : in_language(query, language));
  }
  return alternatives.empty() ? Query() : any_of(alternatives);
}

Query Compiler::word(const BoundWord& word) const {
  if (word.ranked_by.empty()) {
    return forms(word);
  }
  Queries weights;
  std::transform(word.ranked_by.begin(), word.ranked_by.end(), std::back_inserter(weights),
                 [this](const BoundWord& inner) { return this->word(inner); });
  return {Query::OP_AND_MAYBE, weightless(forms(word)), any_of(weights)};
}

Query Compiler::forms(const BoundWord& word) const {
  Queries forms;
  std::set<std::string> languages;
  for (const Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    if (form.language.empty()) {
      forms.push_back(form_query(form));
    } else {
      languages.insert(form.language);
    }
  }
  for (const std::string& language : languages) {
    Queries members;
    for (const Form& form : word.forms) {
      if (form.language == language && !form.absent) {
        members.push_back(form_query(form));
      }
    }
    forms.push_back(in_language(any_of(members), language));
  }
  if (forms.empty()) {
    return {};
  }
  // An open compound by itself counts as one word too, not as the sum of its words.
  const bool simple = forms.size() == 1 && forms.front().get_type() != Query::OP_PHRASE;
  const Query query = simple ? forms.front() : Query(Query::OP_SYNONYM, forms.begin(), forms.end());
  const auto scale = scale_.find(forms_key(word));
  return scale == scale_.end() ? query : Query(scale->second, query);
}

Query Compiler::unit(const BoundNode& node) const {
  const BoundUnit& unit = node.unit;
  if (node.proximity) {
    return verified(words(unit), node);
  }
  if (!unit.is_phrase()) {
    return word(unit.parts.front());
  }
  return is_plain(unit) ? phrase(unit) : weighed_phrase(unit);
}

/// Matches as a phrase, weighs as its words; those of runs need not occur.
Query Compiler::weighed_phrase(const BoundUnit& unit) const {
  Queries words;
  Queries in_runs;
  std::set<std::string> seen;
  const auto weigh = [&](const BoundWord& part, Queries& weights) {
    if (part.kind != WordKind::Any && seen.insert(forms_key(part)).second) {
      weights.push_back(word(part));
    }
  };
  for (const BoundWord& part : unit.parts) {
    if (part.ranked_by.empty()) {
      weigh(part, words);
    }
    for (const BoundWord& inner : part.ranked_by) {
      weigh(inner, in_runs);
    }
  }
  const Query filter = phrase(unit);
  const Query matches = words.empty() ? weightless(filter) : Query(Query::OP_FILTER, all_of(words), filter);
  return in_runs.empty() ? matches : Query(Query::OP_AND_MAYBE, matches, any_of(in_runs));
}

/// Passages that hold every word of a unit, somewhere.
Query Compiler::words(const BoundUnit& unit) const {
  Queries words;
  std::set<std::string> seen;
  for (const BoundWord& part : unit.parts) {
    if (part.kind != WordKind::Any && seen.insert(forms_key(part)).second) {
      words.push_back(word(part));
    }
  }
  return all_of(words);
}

Query Compiler::near(const BoundNode& node) const {
  if (!has_own_operator(node)) {
    return verified(candidates(node), node);
  }
  const Queries sides{*group_of(node.children[0]), *group_of(node.children[1])};
  const Query near(node.closeness == Closeness::Near ? Query::OP_NEAR : Query::OP_PHRASE, sides.begin(), sides.end(),
                   node.distance + 1);
  return {Query::OP_FILTER, candidates(node), near};
}

Query Compiler::within(const BoundNode& node) const {
  if (node.text_unit != TextUnit::Article) {
    return verified(candidates(node.children.front()), node);
  }
  const Query articles = node.named ? named_query(*node.named) : Query(new_article_source(node.articles));
  Queries ranking;
  append_words(node.children.front(), ranking);
  const Query all(Query::OP_FILTER, all_documents(), articles);
  return ranking.empty() ? all : Query(Query::OP_AND_MAYBE, all, any_of(ranking));
}

bool Compiler::has_own_operator(const BoundNode& node) {
  return node.kind == BoundKind::Near && node.closeness != Closeness::NotNear && group_of(node.children[0]) &&
         group_of(node.children[1]);
}

/// Xapian 1.4 leaves the weight bounds of an AND on the right of AND_NOT uninitialised, and an OR in it may then lose
/// matches. In an XOR with everything, which is the same, they are set.
Query Compiler::without(const Query& query, const Query& unwanted) const {
  if (is_any_word(unwanted)) {
    return {Query::OP_AND_NOT, query, unwanted};
  }
  const Query rest = sharding_ == Sharding::SeveralLocal ? Query(new_complement_source(unwanted))
                                                         : Query(Query::OP_XOR, all_documents(), weightless(unwanted));
  return query.get_type() == Query::LEAF_MATCH_ALL ? rest : Query(Query::OP_FILTER, query, rest);
}

/// Of its units, those under NOT left out.
void Compiler::append_words(const BoundNode& node, Queries& words) const {
  if (node.kind == BoundKind::Unit) {
    words.push_back(this->words(node.unit));
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
      return words(node.unit);
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
      return weightless(phrase(node.unit));
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
      return without(all_documents(), this->node(node.children.front()));
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
      unwanted.push_back(this->node(child.children.front()));
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
  Queries excluded;
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
        excluded.push_back(this->node(child));
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
    query = required.empty() && optional.empty() ? all_of(filters) : Query(Query::OP_FILTER, query, all_of(filters));
  }
  return excluded.empty() ? query : without(query, any_of(excluded));
}

}  // namespace nutgraf
