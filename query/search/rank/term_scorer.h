// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/postings/form_postings.h"
#include "query/search/rank/bag_of_words.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {

/// A word while passages are ranked: its postings, how often it occurs in the current passage, and the most it can
/// weigh. Open compounds are counted wherever their words occur, until `read_compounds`.
class TermScorer {
 public:
  TermScorer(const postings::IndexReader& reader, const BagOfWords::Word& word, const LengthNorm& norm);

  /// Begins with the first passages again.
  void restart(const postings::IndexReader& reader);
  void look_up(Xapian::docid document);
  /// Leaves only those compounds that occur side by side.
  void read_compounds(Xapian::docid document);

  /// In the current passage.
  [[nodiscard]] bool forbids() const {
    return (role == bind::Role::Required && here == 0) || (role == bind::Role::Excluded && here > 0);
  }
  [[nodiscard]] double weight_in(double length, double norm) const {
    const double frequency = here < length ? here : length;
    return frequency > 0 ? saturated(weight, frequency, norm) : 0;
  }
  /// The most it weighs where it occurs that often, in a passage of the least length.
  [[nodiscard]] double max_score_of(Xapian::termcount frequency) const {
    return frequency < max_scores_.size() ? max_scores_[frequency] : max_score;
  }
  /// Finds the longest passages in which it alone may weigh so much.
  void limit_lengths(double least, const LengthNorm& norm);
  /// May it weigh what was asked for in a passage of this length, where it occurs that often?
  [[nodiscard]] bool reaches(Xapian::termcount frequency, Xapian::termcount length) const {
    return frequency >= longest_.size() || length <= longest_[frequency];
  }
  /// Rows of a table of frequencies: one for the word, then one for each open compound.
  [[nodiscard]] std::size_t rows() const { return 1 + open.size(); }

  bind::Role role = bind::Role::Optional;
  std::vector<postings::FormPostings> forms;  // open compounds last
  double passages = 0;                        // that contain it, about
  double weight = 0;                          // as the frequency grows
  double max_score = 0;                       // the most it weighs in any passage
  double suffix_max_score = 0;                // and with it all that are looked up after it
  std::size_t first_row = 0;
  Xapian::termcount here = 0;           // how often it occurs in the current passage
  std::vector<Xapian::termcount> open;  // how much of that is due to each open compound whose places were not read

 private:
  void put_compounds_last();

  const bind::BoundWord* word_;
  static constexpr std::size_t kFewTimes = 16;
  std::array<double, kFewTimes> max_scores_{};          // by frequency
  std::array<Xapian::termcount, kFewTimes> longest_{};  // by frequency: terms of a passage
};

}  // namespace nutgraf::search::rank
