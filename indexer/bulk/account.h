// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/bulk/document_section.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/value_list.h"
#include "indexer/bulk/version_file.h"

namespace nutgraf::bulk {

/// What the postlist table and the statistics keep of the documents themselves.
struct Account {
  Account();
  /// Ascending docids from 1.
  void add(const DocumentFacts& document, std::uint32_t docid);

  PostingList lengths;
  std::vector<ValueList> values;  // by slot
  GlassStatistics statistics;
};

}  // namespace nutgraf::bulk
