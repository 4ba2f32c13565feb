// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/table.h"

namespace nutgraf::glass {

/// Where a term stands in documents; those near the last one asked about are found fastest. Throws Damage.
class PositionCursor {
 public:
  /// The table must outlive it.
  PositionCursor(const Table& position, std::string_view term);

  /// Appends the term's positions in the document, ascending.
  void read(std::uint32_t document, std::vector<std::uint32_t>& positions);

 private:
  TableCursor at_;
  std::string key_;
  std::size_t term_size_;  // of the key
  std::vector<unsigned char> pieces_;
};

}  // namespace nutgraf::glass
