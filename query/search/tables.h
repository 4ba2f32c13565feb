// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/glass/passage_tables.h"

namespace nutgraf {

using TablesInPlace = std::shared_ptr<const glass::PassageTables>;

/// Where the lists of terms are read from: in place where the index is one local database, else through Xapian.
struct Tables {
  Xapian::Database database;
  TablesInPlace in_place = nullptr;

  /// How many passages hold the term.
  [[nodiscard]] Xapian::doccount passages_with(const std::string& term) const;
  /// How often it occurs in all of them: the sum of its frequencies.
  [[nodiscard]] std::uint64_t occurrences_of(const std::string& term) const;
};

}  // namespace nutgraf
