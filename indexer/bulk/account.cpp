// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/account.h"

#include <algorithm>

namespace nutgraf::bulk {

Account::Account() {
  for (std::uint32_t slot = 0; slot < schema::kSlotCount; ++slot) {
    values.emplace_back(slot);
  }
}

void Account::add(const DocumentFacts& document, std::uint32_t docid) {
  const DocumentLength length = document.length;
  statistics.documents = docid;
  statistics.total_length += length.length;
  statistics.longest = std::max<std::uint64_t>(statistics.longest, length.length);
  statistics.highest_wdf = std::max<std::uint64_t>(statistics.highest_wdf, length.highest_wdf);
  if (length.length > 0 && (statistics.shortest == 0 || length.length < statistics.shortest)) {
    statistics.shortest = length.length;
  }
  lengths.add(docid, length.length);
  for (std::size_t slot = 0; slot < document.values.size(); ++slot) {
    if (!document.values[slot].empty()) {
      values[slot].add(docid, document.values[slot]);
    }
  }
}

}  // namespace nutgraf::bulk
