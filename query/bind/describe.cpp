// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "query/bind/bound_query.h"
#include "query/match/proximity.h"

namespace nutgraf::bind {
namespace {

std::string describe(const Form& form) {
  std::string out;
  for (const std::string& term : form.terms) {
    out += out.empty() ? "" : " ";
    out += term;
  }
  if (form.terms.size() > 1) {
    out = "\"" + out + "\"";
  }
  return form.language.empty() ? out : fmt::format("{} [{}]", out, form.language);
}

/// A pattern matches too many words to list.
std::string describe_pattern(const BoundWord& word) {
  constexpr std::size_t kShown = 8;
  std::string out = fmt::format("{} = {}", word.text, word.decision);
  for (std::size_t i = 0; i < std::min(kShown, word.forms.size()); ++i) {
    out += (i == 0 ? ": " : ", ") + describe(word.forms[i]);
  }
  return out + (word.forms.size() > kShown ? ", ..." : "");
}

std::string describe(const BoundWord& word) {
  if (word.kind == WordKind::Any) {
    return word.text + " = any word";
  }
  if (word.kind == WordKind::Pattern) {
    return describe_pattern(word);
  }
  std::string out = word.text + " =";
  for (const Form& form : word.forms) {
    out += ' ';
    out += describe(form);
    out += &form == &word.forms.back() ? "" : ",";
  }
  for (const BoundWord& inner : word.ranked_by) {
    out += fmt::format("{} {}", &inner == &word.ranked_by.front() ? "; ranked by" : ",", inner.text);
  }
  return word.decision.empty() ? out : fmt::format("{}; {}", out, word.decision);
}

std::string describe(const Clause& clause) {
  std::string out = clause.is_phrase() ? fmt::format("phrase {}\n", clause.text) : "";
  for (const BoundWord& part : clause.parts) {
    out += fmt::format("{}{}\n", clause.is_phrase() ? "  " : "word ", describe(part));
  }
  return out;
}

}  // namespace

std::string describe(const BoundQuery& query) {
  std::string out;
  for (const Clause& clause : query.clauses) {
    out += describe(clause);
  }
  for (const PositionConditionPtr& condition : query.conditions) {
    for (const Clause& clause : condition->clauses) {
      out += describe(clause);
    }
  }
  return out;
}

}  // namespace nutgraf::bind
