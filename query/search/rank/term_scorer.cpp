// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/term_scorer.h"

#include <algorithm>
#include <limits>
#include <string>

#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {
namespace {

/// A bound on how often the term occurs in any passage.
double most_often(const postings::IndexReader& reader, const std::string& term) {
  if (!reader.mapped) {
    return reader.database.get_wdf_upper_bound(term);
  }
  const auto all = glass::PostingCursor(reader.mapped->postlist(), term).occurrences();
  return static_cast<double>(std::min(all, reader.mapped->version().statistics.highest_wdf));
}

}  // namespace

TermScorer::TermScorer(const postings::IndexReader& reader, const BagOfWords::Word& word, const LengthNorm& norm)
    : role(word.role), word_(word.word) {
  // A term is asked about all at once: each change of terms is a block of the table read anew.
  double without = 1;
  double most = 0;
  for (const bind::Form& form : word.word->forms) {
    if (!form.absent) {
      without *= 1 - share_of_passages(reader, form);
      most += most_often(reader, form.terms.front());
      forms.emplace_back(reader, form);
    }
  }
  put_compounds_last();
  passages = reader.database.get_doccount() * (1 - without);
  weight = word.scale * (norm.k1 + 1) * inverse_document_frequency(reader.database.get_doccount(), passages);
  const double shortest = norm.at(reader.database.get_doclength_lower_bound());
  const auto weigh = [&](double frequency) { return frequency > 0 ? saturated(weight, frequency, shortest) : 0; };
  max_score = weigh(most);
  for (std::size_t i = 0; i < max_scores_.size(); ++i) {
    max_scores_[i] = weigh(static_cast<double>(i));
  }
}

/// The weight of BM25 solved for the length, and a term more than that for what is lost on the way.
void TermScorer::limit_lengths(double least, const LengthNorm& norm) {
  constexpr double kAnyLength = std::numeric_limits<Xapian::termcount>::max();
  for (std::size_t frequency = 0; frequency < longest_.size(); ++frequency) {
    const auto often = static_cast<double>(frequency);
    const double most = least > 0 ? weight * often / least - often : kAnyLength;
    const double longest = norm.length_at(most) + 1;
    longest_[frequency] = static_cast<Xapian::termcount>(std::clamp(longest, 0.0, kAnyLength));
  }
}

void TermScorer::restart(const postings::IndexReader& reader) {
  here = 0;
  forms.clear();
  for (const bind::Form& form : word_->forms) {
    if (!form.absent) {
      forms.emplace_back(reader, form);
    }
  }
  put_compounds_last();
}

void TermScorer::put_compounds_last() {
  std::stable_partition(forms.begin(), forms.end(),
                        [](const postings::FormPostings& form) { return !form.is_compound(); });
  open.assign(static_cast<std::size_t>(std::ranges::count_if(forms, &postings::FormPostings::is_compound)), 0);
}

void TermScorer::look_up(Xapian::docid document) {
  here = 0;
  const std::size_t compounds = forms.size() - open.size();
  for (std::size_t i = 0; i < forms.size(); ++i) {
    forms[i].skip_to(document);
    const Xapian::termcount more = forms[i].document() == document ? forms[i].frequency() : 0;
    here += more;
    if (i >= compounds) {
      open[i - compounds] = more;
    }
  }
  if (role == bind::Role::Excluded) {
    read_compounds(document);
  }
}

void TermScorer::read_compounds(Xapian::docid document) {
  const std::size_t compounds = forms.size() - open.size();
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] > 0 && !forms[compounds + i].holds(document)) {
      here -= open[i];
    }
    open[i] = 0;
  }
}

}  // namespace nutgraf::search::rank
