// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/glass/value_list.h"
#include "core/schema/slots.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::postings {

/// A value of passages; documents must ascend from call to call.
class DocValues {
 public:
  DocValues(const IndexReader& reader, schema::Slot which);

  /// Empty where the passage has none; valid until the next call.
  [[nodiscard]] std::string_view at(Xapian::docid document);

 private:
  std::optional<glass::ValueCursor> mapped_;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
  std::string value_;
};

}  // namespace nutgraf::search::postings
