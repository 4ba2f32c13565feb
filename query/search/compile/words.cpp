// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/schema/terms.h"
#include "query/search/compile/operators.h"

namespace nutgraf::search::compile {
namespace {

using Xapian::Query;

constexpr std::size_t kMaxShapes = 128;  // of a phrase with compounds

Query in_language(const Query& query, const std::string& language) {
  return {Query::OP_FILTER, query, Query(schema::make_term(schema::kLanguagePrefix, language))};
}

Query form_query(const bind::Form& form) {
  return form.terms.size() == 1 ? Query(form.terms.front())
                                : Query(Query::OP_PHRASE, form.terms.begin(), form.terms.end());
}

std::set<std::string> languages_of(const bind::Clause& clause) {
  std::set<std::string> languages;
  for (const bind::BoundWord& part : clause.parts) {
    for (const bind::Form& form : part.forms) {
      languages.insert(form.language);
    }
  }
  return languages;
}

/// One way to write a part of a phrase: the terms that may stand at each of its positions.
using Spelling = std::vector<std::set<std::string>>;

/// Spellings that differ at one position only become one with a choice there: two words with three accented forms each
/// are one phrase, not nine.
std::vector<Spelling> merged(std::vector<Spelling> spellings) {
  std::size_t longest = 0;
  for (const Spelling& spelling : spellings) {
    longest = std::max(longest, spelling.size());
  }
  for (std::size_t at = 0; at < longest; ++at) {
    std::map<Spelling, std::set<std::string>> choices;  // at this position, by what stands at the others
    for (Spelling& spelling : spellings) {
      std::set<std::string> here;
      if (at < spelling.size()) {
        here.swap(spelling[at]);
      }
      choices[std::move(spelling)].merge(here);
    }
    spellings.clear();
    for (const auto& [others, here] : choices) {
      spellings.push_back(others);
      if (at < others.size()) {
        spellings.back()[at] = here;
      }
    }
  }
  return spellings;
}

/// Phrases take groups of terms at one position, but no phrases inside: every mixture of joined and open compounds is a
/// phrase of its own.
class Shapes {
 public:
  Shapes(const bind::Clause& clause, const std::string& language, Mixtures mixtures) : mixtures_(mixtures), shapes_(1) {
    for (const bind::BoundWord& part : clause.parts) {
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
  void add(const bind::BoundWord& part, const std::string& language) {
    Queries single;
    std::vector<Spelling> spellings;
    for (const bind::Form& form : part.forms) {
      if (form.absent || (!form.language.empty() && form.language != language)) {
        continue;
      }
      if (form.terms.size() == 1) {
        single.emplace_back(form.terms.front());
      } else {
        Spelling& spelling = spellings.emplace_back();
        std::transform(form.terms.begin(), form.terms.end(), std::back_inserter(spelling),
                       [](const std::string& term) { return std::set<std::string>{term}; });
      }
    }
    std::vector<Queries> choices;
    if (!single.empty()) {
      choices.push_back({any_of(single)});
    }
    for (const Spelling& spelling : merged(std::move(spellings))) {
      Queries& choice = choices.emplace_back();
      std::transform(spelling.begin(), spelling.end(), std::back_inserter(choice),
                     [](const auto& terms) { return any_of(Queries(terms.begin(), terms.end())); });
    }
    multiply(choices);
  }

  void multiply(std::vector<Queries>& choices) {
    const bool are_many = shapes_.size() * choices.size() > kMaxShapes;
    if (are_many && mixtures_ == Mixtures::SomeIfMany) {
      choices.resize(1);
    } else if (are_many) {
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

  Mixtures mixtures_;
  std::vector<Queries> shapes_;
};

bool is_plain(const bind::Clause& clause) {
  return std::all_of(clause.parts.begin(), clause.parts.end(), [](const bind::BoundWord& part) {
    return part.forms.size() == 1 && part.forms.front().terms.size() == 1 && part.forms.front().language.empty() &&
           part.ranked_by.empty();
  });
}

}  // namespace

double times_weight(std::uint32_t times) {
  return (kK3 + 1) * times / (kK3 + times);
}

std::optional<std::vector<std::string>> alternative_terms(const bind::Clause& clause) {
  if (clause.is_phrase()) {
    return std::nullopt;
  }
  std::vector<std::string> terms;
  for (const bind::Form& form : clause.parts.front().forms) {
    if (form.positions() > 1 || !form.language.empty()) {
      return std::nullopt;
    }
    terms.push_back(form.terms.front());
  }
  return terms;
}

std::unordered_map<std::string, double> word_scales(const bind::BoundQuery& query) {
  std::unordered_map<std::string, double> scales;
  for (const bind::RankedWord& ranked : query.ranked) {
    scales.emplace(bind::forms_key(ranked.word), ranked.word.share * times_weight(ranked.times));
  }
  return scales;
}

Query phrase_query(const bind::Clause& clause, Mixtures mixtures) {
  Queries alternatives;
  for (const std::string& language : languages_of(clause)) {
    const Query query = Shapes(clause, language, mixtures).query();
    alternatives.push_back(language.empty() ? query : in_language(query, language));
  }
  return alternatives.empty() ? Query() : any_of(alternatives);
}

Query WordCompiler::word(const bind::BoundWord& word) const {
  if (word.ranked_by.empty()) {
    return forms(word);
  }
  Queries weights;
  std::transform(word.ranked_by.begin(), word.ranked_by.end(), std::back_inserter(weights),
                 [this](const bind::BoundWord& inner) { return this->word(inner); });
  return {Query::OP_AND_MAYBE, weightless(forms(word)), any_of(weights)};
}

Query WordCompiler::forms(const bind::BoundWord& word) const {
  Queries forms;
  std::set<std::string> languages;
  for (const bind::Form& form : word.forms) {
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
    for (const bind::Form& form : word.forms) {
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
  const auto scale = scales_.find(bind::forms_key(word));
  return scale == scales_.end() || scale->second == 1 ? query : Query(scale->second, query);
}

Query WordCompiler::clause(const bind::Clause& clause) const {
  if (!clause.is_phrase()) {
    return word(clause.parts.front());
  }
  return is_plain(clause) ? phrase_query(clause) : weighed_phrase(clause);
}

Query WordCompiler::weighed_phrase(const bind::Clause& clause) const {
  Queries words;
  Queries in_runs;
  std::set<std::string> seen;
  const auto weigh = [&](const bind::BoundWord& part, Queries& weights) {
    if (part.kind != bind::WordKind::Any && seen.insert(bind::forms_key(part)).second) {
      weights.push_back(word(part));
    }
  };
  for (const bind::BoundWord& part : clause.parts) {
    if (part.ranked_by.empty()) {
      weigh(part, words);
    }
    for (const bind::BoundWord& inner : part.ranked_by) {
      weigh(inner, in_runs);
    }
  }
  const Query filter = phrase_query(clause);
  const Query matches = words.empty() ? weightless(filter) : Query(Query::OP_FILTER, all_of(words), filter);
  return in_runs.empty() ? matches : Query(Query::OP_AND_MAYBE, matches, any_of(in_runs));
}

Query WordCompiler::all_words(const bind::Clause& clause) const {
  Queries words;
  std::set<std::string> seen;
  for (const bind::BoundWord& part : clause.parts) {
    if (part.kind != bind::WordKind::Any && seen.insert(bind::forms_key(part)).second) {
      words.push_back(word(part));
    }
  }
  return all_of(words);
}

}  // namespace nutgraf::search::compile
