// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/postings/index_reader.h"
#include "query/search/postings/positions.h"
#include "query/search/postings/posting_cursor.h"

namespace nutgraf::search::postings {

/// The passages in which one form of a word occurs, ascending; of a form of one language those in that language. Of an
/// open compound those that contain its words anywhere: whether side by side is asked for apart.
class FormPostings {
 public:
  static constexpr Xapian::docid kEnd = PostingCursor::kEnd;

  FormPostings(const IndexReader& reader, const bind::Form& form);

  /// kEnd after the last one.
  [[nodiscard]] Xapian::docid document() const { return at_.document(); }
  /// How often it occurs there; an open compound as often as the rarest of its words.
  [[nodiscard]] Xapian::termcount frequency() const {
    return words_.empty() ? at_.frequency() : words_.front().frequency();
  }
  /// The same, or of a bigram, which has no frequency, in how many places.
  [[nodiscard]] Xapian::termcount occurrences();
  void next() {
    at_.next();
    if (is_bound_) {
      settle();
    }
  }
  /// Goes on to the first passage not before this one.
  void skip_to(Xapian::docid document) {
    if (at_.document() < document) {
      at_.skip_to(document);
      if (is_bound_) {
        settle();
      }
    }
  }

  [[nodiscard]] bool is_compound() const { return !words_.empty(); }
  /// Do the words of an open compound occur side by side in a passage that contains them all? It is asked about by
  /// ascending docid, which need not be where the postings are.
  [[nodiscard]] bool holds(Xapian::docid document);

 private:
  void settle();
  [[nodiscard]] bool counts_here();

  PostingCursor at_;
  bool is_bound_ = false;                // to a language, or to more terms
  std::vector<PostingCursor> language_;  // one or none
  std::vector<WordPositions> words_;     // of an open compound: one, else none
  std::vector<WordPositions> places_;    // the same, for what `holds` reads
  match::PositionSpans scratch_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace nutgraf::search::postings
