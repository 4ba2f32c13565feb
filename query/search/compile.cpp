// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "core/base/failure.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"

namespace nutgraf {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

constexpr double kK3 = 1000;             // repeated query words count almost fully
constexpr std::size_t kMaxShapes = 128;  // of a phrase with compounds

Query all_of(const Queries& queries) {
  return {Query::OP_AND, queries.begin(), queries.end()};
}

Query any_of(const Queries& queries) {
  return queries.size() == 1 ? queries.front() : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query weightless(const Query& query) {
  return {0.0, query};
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
      if (!form.language.empty() && form.language != language) {
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

Compiler::Compiler(const BoundQuery& query) : query_(query) {
  for (const RankedWord& ranked : query.ranked) {
    if (ranked.times > 1) {
      scale_.emplace(forms_key(ranked.word), (kK3 + 1) * ranked.times / (kK3 + ranked.times));
    }
  }
}

Query Compiler::query(Dates dates) const {
  Compiler with(*this);
  with.dates_ = dates;
  return with.node(query_.root);
}

Query Compiler::phrase(const BoundUnit& unit) {
  Queries alternatives;
  for (const std::string& language : languages_of(unit)) {
    const Query query = Shapes(unit, language).query();
    alternatives.push_back(language.empty() ? query : in_language(query, language));
  }
  return any_of(alternatives);
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
    if (form.language.empty()) {
      forms.push_back(form_query(form));
    } else {
      languages.insert(form.language);
    }
  }
  for (const std::string& language : languages) {
    Queries members;
    for (const Form& form : word.forms) {
      if (form.language == language) {
        members.push_back(form_query(form));
      }
    }
    forms.push_back(in_language(any_of(members), language));
  }
  const Query query = forms.size() == 1 ? forms.front() : Query(Query::OP_SYNONYM, forms.begin(), forms.end());
  const auto scale = scale_.find(forms_key(word));
  return scale == scale_.end() ? query : Query(scale->second, query);
}

Query Compiler::unit(const BoundUnit& unit) const {
  if (!unit.is_phrase()) {
    return word(unit.parts.front());
  }
  if (is_plain(unit)) {
    return phrase(unit);
  }
  Queries words;
  Queries in_runs;  // these need not occur
  std::set<std::string> seen;
  const auto weigh = [&](const BoundWord& part, Queries& weights) {
    if (seen.insert(forms_key(part)).second) {
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

Query Compiler::node(const BoundNode& node) const {
  if (node.is_date && dates_ == Dates::Ignored) {
    return Query::MatchAll;
  }
  switch (node.kind) {
    case BoundKind::Everything:
      return Query::MatchAll;
    case BoundKind::Nothing:
      return {};
    case BoundKind::Unit:
      return unit(node.unit);
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
      return {Query::OP_AND_NOT, Query::MatchAll, this->node(node.children.front())};
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
  const Query all = wanted.empty() ? Query::MatchAll : all_of(wanted);
  return unwanted.empty() ? all : Query(Query::OP_AND_NOT, all, any_of(unwanted));
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
  Query query = Query::MatchAll;
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
  return excluded.empty() ? query : Query(Query::OP_AND_NOT, query, any_of(excluded));
}

}  // namespace nutgraf
