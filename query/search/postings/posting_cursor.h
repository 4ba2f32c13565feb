// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/glass/position_list.h"
#include "core/glass/posting_list.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::postings {

/// Where a term occurs in passages, without a look at its postings.
class TermPositions {
 public:
  TermPositions(const IndexReader& reader, std::string term);

  /// Appends its positions in the passage, ascending; none where it does not occur.
  void read(Xapian::docid document, std::vector<std::uint32_t>& positions);

 private:
  std::string term_;
  MappedTables reader_;
  std::optional<glass::PositionCursor> mapped_;  // from the first passage read on
  std::optional<Xapian::Database> database_;     // where there are no reader in place: a copy of it is an allocation
};

/// The postings of one term, by ascending documents.
class PostingCursor {
 public:
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  /// At the first document.
  PostingCursor(const IndexReader& reader, const std::string& term);

  /// kEnd after the last one.
  [[nodiscard]] Xapian::docid document() const { return mapped_ ? mapped_->document() : document_; }
  /// How often the term occurs there.
  [[nodiscard]] Xapian::termcount frequency() const { return mapped_ ? mapped_->frequency() : at_.get_wdf(); }
  void next() {
    if (mapped_) {
      mapped_->next();
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
  /// Its positions in the current document, appended.
  void read(std::vector<std::uint32_t>& positions) { positions_.read(document(), positions); }

 private:
  void next_through_xapian();
  void settle();

  std::optional<glass::PostingCursor> mapped_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  Xapian::docid document_ = kEnd;
  TermPositions positions_;
};

}  // namespace nutgraf::search::postings
