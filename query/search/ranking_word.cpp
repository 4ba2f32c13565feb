// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/ranking_word.h"

#include <algorithm>
#include <limits>
#include <string>

#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

/// A bound on how often the term stands in any passage.
double most_often(const Tables& tables, const std::string& term) {
  if (!tables.in_place) {
    return tables.database.get_wdf_upper_bound(term);
  }
  const auto all = glass::PostingCursor(tables.in_place->postlist(), term).occurrences();
  return static_cast<double>(std::min(all, tables.in_place->version().statistics.highest_wdf));
}

}  // namespace

RankingWord::RankingWord(const Tables& tables, const WordQuery::Word& word, const Damping& damping)
    : role(word.role), word_(word.word) {
  // A term is asked about all at once: each change of terms is a block of the table read anew.
  double without = 1;
  double most = 0;
  for (const Form& form : word.word->forms) {
    if (!form.absent) {
      without *= 1 - share_of_passages(tables, form);
      most += most_often(tables, form.terms.front());
      forms.emplace_back(tables, form);
    }
  }
  put_compounds_last();
  passages = tables.database.get_doccount() * (1 - without);
  weight = word.scale * (damping.k1 + 1) * inverse_document_frequency(tables.database.get_doccount(), passages);
  const double shortest = damping.at(tables.database.get_doclength_lower_bound());
  const auto weigh = [&](double frequency) { return frequency > 0 ? weight * frequency / (frequency + shortest) : 0; };
  bound = weigh(most);
  for (std::size_t i = 0; i < bounds_.size(); ++i) {
    bounds_[i] = weigh(static_cast<double>(i));
  }
}

/// The weight of BM25 solved for the length, and a term more than that for what is lost on the way.
void RankingWord::limit_lengths(double least, const Damping& damping) {
  constexpr double kAnyLength = std::numeric_limits<Xapian::termcount>::max();
  for (std::size_t frequency = 0; frequency < longest_.size(); ++frequency) {
    const auto often = static_cast<double>(frequency);
    const double most = least > 0 ? weight * often / least - often : kAnyLength;
    const double longest = damping.length_at(most) + 1;
    longest_[frequency] = static_cast<Xapian::termcount>(std::clamp(longest, 0.0, kAnyLength));
  }
}

void RankingWord::restart(const Tables& tables) {
  here = 0;
  forms.clear();
  for (const Form& form : word_->forms) {
    if (!form.absent) {
      forms.emplace_back(tables, form);
    }
  }
  put_compounds_last();
}

void RankingWord::put_compounds_last() {
  std::stable_partition(forms.begin(), forms.end(), [](const FormPostings& form) { return !form.is_compound(); });
  open.assign(static_cast<std::size_t>(std::ranges::count_if(forms, &FormPostings::is_compound)), 0);
}

void RankingWord::look_up(Xapian::docid document) {
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
  if (role == Role::Excluded) {
    read_compounds(document);
  }
}

void RankingWord::read_compounds(Xapian::docid document) {
  const std::size_t compounds = forms.size() - open.size();
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] > 0 && !forms[compounds + i].holds(document)) {
      here -= open[i];
    }
    open[i] = 0;
  }
}

}  // namespace nutgraf
