// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/glass/position_list.h"
#include "query/search/tables.h"

namespace nutgraf {

/// Where a term stands in passages, without a look at its postings.
class TermPositions {
 public:
  TermPositions(const Tables& tables, std::string term);

  /// Appends its positions in the passage, ascending; none where it does not stand.
  void read(Xapian::docid document, std::vector<std::uint32_t>& positions);

 private:
  std::string term_;
  TablesInPlace tables_;
  std::optional<glass::PositionCursor> in_place_;  // from the first passage read on
  std::optional<Xapian::Database> database_;       // where there are no tables in place: a copy of it is an allocation
};

}  // namespace nutgraf
