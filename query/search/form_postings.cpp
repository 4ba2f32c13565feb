// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/form_postings.h"

#include <algorithm>
#include <string>

#include "core/schema/terms.h"

namespace nutgraf {
namespace {

const std::string& rarest(const Tables& tables, const std::vector<std::string>& terms) {
  return *std::min_element(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
    return tables.passages_with(a) < tables.passages_with(b);
  });
}

}  // namespace

FormPostings::FormPostings(const Tables& tables, const Form& form)
    : at_(tables, form.terms.size() == 1 ? form.terms.front() : rarest(tables, form.terms)),
      is_bound_(!form.language.empty() || form.terms.size() > 1) {
  if (!form.language.empty()) {
    language_.emplace_back(tables, schema::make_term(schema::kLanguagePrefix, form.language));
  }
  if (form.terms.size() > 1) {
    BoundWord alone;
    alone.forms = {form};
    alone.forms.front().language.clear();
    words_.emplace_back(tables, alone);
    places_.emplace_back(tables, alone);
  }
  if (is_bound_) {
    settle();
  }
}

Xapian::termcount FormPostings::occurrences() {
  const Xapian::termcount often = frequency();
  if (often > 0 || !words_.empty()) {
    return often;
  }
  positions_.clear();
  at_.read(positions_);
  return static_cast<Xapian::termcount>(positions_.size());
}

void FormPostings::settle() {
  while (at_.document() != kEnd && !counts_here()) {
    at_.next();
  }
}

bool FormPostings::counts_here() {
  return (language_.empty() || language_.front().move_to(document())) &&
         (words_.empty() || words_.front().move_to(document()));
}

bool FormPostings::holds(Xapian::docid document) {
  if (!places_.front().move_to(document)) {
    return false;
  }
  places_.front().read(scratch_);
  return !scratch_.empty();
}

}  // namespace nutgraf
