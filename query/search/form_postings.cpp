// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/form_postings.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/schema/terms.h"

namespace nutgraf {
namespace {

const std::string& rarest(const Xapian::Database& database, const std::vector<std::string>& terms) {
  return *std::min_element(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
    return database.get_termfreq(a) < database.get_termfreq(b);
  });
}

}  // namespace

FormPostings::FormPostings(const Xapian::Database& database, const Form& form) {
  const std::string& term = form.terms.size() == 1 ? form.terms.front() : rarest(database, form.terms);
  at_ = database.postlist_begin(term);
  end_ = database.postlist_end(term);
  if (!form.language.empty()) {
    language_.emplace_back(database, schema::make_term(schema::kLanguagePrefix, form.language));
  }
  if (form.terms.size() > 1) {
    BoundWord alone;
    alone.forms = {form};
    alone.forms.front().language.clear();
    words_.emplace_back(database, alone);
    places_.emplace_back(database, alone);
  }
  settle();
}

Xapian::termcount FormPostings::frequency() const {
  return words_.empty() ? at_.get_wdf() : words_.front().frequency();
}

Xapian::termcount FormPostings::occurrences() const {
  const Xapian::termcount often = frequency();
  return often > 0 || !words_.empty()
             ? often
             : static_cast<Xapian::termcount>(std::distance(at_.positionlist_begin(), at_.positionlist_end()));
}

void FormPostings::next() {
  ++at_;
  settle();
}

void FormPostings::skip_to(Xapian::docid document) {
  if (document_ < document) {
    at_.skip_to(document);
    settle();
  }
}

void FormPostings::settle() {
  while (at_ != end_) {
    document_ = *at_;
    if (counts_here()) {
      return;
    }
    ++at_;
  }
  document_ = kEnd;
}

bool FormPostings::counts_here() {
  return (language_.empty() || language_.front().move_to(document_)) &&
         (words_.empty() || words_.front().move_to(document_));
}

bool FormPostings::holds(Xapian::docid document) {
  if (!places_.front().move_to(document)) {
    return false;
  }
  places_.front().read(scratch_);
  return !scratch_.empty();
}

}  // namespace nutgraf
