// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <limits>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/term_cursor.h"
#include "query/search/word_positions.h"

namespace nutgraf {

/// The passages in which one form of a word stands, ascending; of a form of one language those in that language. Of an
/// open compound those that hold its words anywhere: whether side by side is asked for apart.
class FormPostings {
 public:
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  FormPostings(const Xapian::Database& database, const Form& form);

  /// kEnd behind the last one.
  [[nodiscard]] Xapian::docid document() const { return document_; }
  /// How often it stands there; an open compound as often as the rarest of its words.
  [[nodiscard]] Xapian::termcount frequency() const;
  /// The same, or of a bigram, which has no frequency, in how many places.
  [[nodiscard]] Xapian::termcount occurrences() const;
  void next();
  /// Goes on to the first passage not before this one.
  void skip_to(Xapian::docid document);

  [[nodiscard]] bool is_compound() const { return !words_.empty(); }
  /// Do the words of an open compound stand side by side in a passage that holds them all? It is asked about by
  /// ascending docid, which need not be where the postings stand.
  [[nodiscard]] bool holds(Xapian::docid document);

 private:
  void settle();
  [[nodiscard]] bool counts_here();

  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  Xapian::docid document_ = kEnd;
  std::vector<TermCursor> language_;   // one or none
  std::vector<WordPositions> words_;   // of an open compound: one, else none
  std::vector<WordPositions> places_;  // the same, for what `holds` reads
  Places scratch_;
};

}  // namespace nutgraf
