// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "query/bind/bound_query.h"

namespace nutgraf {
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

std::string describe(const BoundWord& word) {
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

}  // namespace

std::string describe(const BoundQuery& query) {
  std::string out;
  for (const BoundUnit& unit : query.units) {
    out += unit.is_phrase() ? fmt::format("phrase {}\n", unit.text) : "";
    for (const BoundWord& part : unit.parts) {
      out += fmt::format("{}{}\n", unit.is_phrase() ? "  " : "word ", describe(part));
    }
  }
  return out;
}

}  // namespace nutgraf
