// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf {

/// The postings of one term, visited at ascending documents.
class TermCursor {
 public:
  TermCursor(const Xapian::Database& database, const std::string& term);

  /// Is the term in this document? Documents must ascend from call to call.
  [[nodiscard]] bool move_to(Xapian::docid document);
  /// Its positions in the document last moved to, appended.
  void read(std::vector<std::uint32_t>& positions) const;
  /// How often it stands in the document last moved to.
  [[nodiscard]] Xapian::termcount frequency() const { return at_.get_wdf(); }
  [[nodiscard]] bool is_empty() const { return at_ == end_; }

 private:
  Xapian::Database database_;
  std::string term_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

}  // namespace nutgraf
