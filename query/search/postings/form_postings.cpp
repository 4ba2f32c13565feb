// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/form_postings.h"

#include <algorithm>
#include <string>

#include "core/schema/terms.h"

namespace nutgraf::search::postings {
namespace {

const std::string& rarest(const IndexReader& reader, const std::vector<std::string>& terms) {
  return *std::min_element(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
    return reader.passages_with(a) < reader.passages_with(b);
  });
}

}  // namespace

FormPostings::FormPostings(const IndexReader& reader, const bind::Form& form)
    : at_(reader, form.terms.size() == 1 ? form.terms.front() : rarest(reader, form.terms)),
      is_bound_(!form.language.empty() || form.terms.size() > 1) {
  if (!form.language.empty()) {
    language_.emplace_back(reader, schema::make_term(schema::kLanguagePrefix, form.language));
  }
  if (form.terms.size() > 1) {
    bind::BoundWord alone;
    alone.forms = {form};
    alone.forms.front().language.clear();
    words_.emplace_back(reader, alone);
    places_.emplace_back(reader, alone);
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

}  // namespace nutgraf::search::postings
