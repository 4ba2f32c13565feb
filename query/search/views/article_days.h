// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>

#include "query/search/postings/doc_values.h"
#include "query/search/postings/posting_cursor.h"
#include "query/view/trend.h"

namespace nutgraf::search::views {

/// When the articles of passages were published; documents must ascend from call to call.
class ArticleDays {
 public:
  explicit ArticleDays(const postings::IndexReader& reader) : reader_(reader), dates_(reader, schema::Slot::Date) {}

  /// Where the timeline counts this passage: its day, its month if its article names no day, or among the undated.
  [[nodiscard]] view::DayCounts& counts_of(Xapian::docid document, view::Timeline& timeline);

 private:
  [[nodiscard]] bool names_day(Xapian::docid document, std::int64_t day);

  const postings::IndexReader& reader_;
  postings::DocValues dates_;
  std::map<std::int64_t, postings::PostingCursor> first_days_;  // passages of the first days of months
};

}  // namespace nutgraf::search::views
