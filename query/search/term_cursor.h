// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/glass/posting_list.h"
#include "query/search/tables.h"
#include "query/search/term_positions.h"

namespace nutgraf {

/// The postings of one term, by ascending documents.
class TermCursor {
 public:
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  /// At the first document.
  TermCursor(const Tables& tables, const std::string& term);

  /// kEnd behind the last one.
  [[nodiscard]] Xapian::docid document() const { return in_place_ ? in_place_->document() : document_; }
  /// How often the term stands there.
  [[nodiscard]] Xapian::termcount frequency() const { return in_place_ ? in_place_->frequency() : at_.get_wdf(); }
  void next() {
    if (in_place_) {
      in_place_->next();
    } else {
      next_through_xapian();
    }
  }
  /// Goes on to the first document not before this one.
  void skip_to(Xapian::docid document);

  /// Is the term in this document? Documents must ascend from call to call.
  [[nodiscard]] bool move_to(Xapian::docid document) {
    skip_to(document);
    return this->document() == document;
  }
  /// Its positions in the document at hand, appended.
  void read(std::vector<std::uint32_t>& positions) { positions_.read(document(), positions); }

 private:
  void next_through_xapian();
  void settle();

  std::optional<glass::PostingCursor> in_place_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  Xapian::docid document_ = kEnd;
  TermPositions positions_;
};

}  // namespace nutgraf
