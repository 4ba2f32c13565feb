// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/bm25.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/schema/terms.h"

namespace nutgraf::search::rank {

double inverse_document_frequency(double all, double in) {
  const double odds = (all - std::min(in, all) + 0.5) / (in + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

double count_passages(const postings::IndexReader& reader, const bind::BoundWord& word) {
  const double all = reader.database.get_doccount();
  double in = 0;
  for (const bind::Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    double least = all;
    for (const std::string& term : form.terms) {
      least = std::min<double>(least, reader.passages_with(term));
    }
    in += least;
  }
  return std::min(in, all);
}

double count_occurrences(const postings::IndexReader& reader, const bind::BoundWord& word) {
  double occurrences = 0;
  for (const bind::Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    double least = std::numeric_limits<double>::max();
    for (const std::string& term : form.terms) {
      least = std::min(least, static_cast<double>(reader.occurrences_of(term)));
    }
    occurrences += least;
  }
  return occurrences;
}

double share_of_passages(const postings::IndexReader& reader, const bind::Form& form) {
  constexpr double kAdjacent =
      0.25;  // of the passages that contain all words of a phrase, those that contain the phrase
  if (form.absent) {
    return 0;
  }
  const double all = reader.database.get_doccount();
  double share = form.terms.size() > 1 ? kAdjacent : 1;
  for (const std::string& term : form.terms) {
    share *= reader.passages_with(term) / all;
  }
  if (!form.language.empty()) {
    share *= reader.passages_with(schema::make_term(schema::kLanguagePrefix, form.language)) / all;
  }
  return share;
}

}  // namespace nutgraf::search::rank
