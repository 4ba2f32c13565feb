// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "core/schema/slots.h"
#include "query/search/plan.h"
#include "query/search/word_positions.h"

/// All matches of a query, passage by passage: what every view that counts is made of.
namespace nutgraf {

using Documents = std::vector<Xapian::docid>;  // ascending

/// Every passage that matches.
[[nodiscard]] Documents matching_passages(const Plan& plan);
[[nodiscard]] Documents matching_passages(const Xapian::Database& database, const Xapian::Query& query);

/// A value of passages; documents must ascend from call to call.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, schema::Slot which);

  /// Empty where the passage has none.
  [[nodiscard]] std::string at(Xapian::docid document);

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace nutgraf
