// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/glass/passage_tables.h"
#include "core/index/open.h"
#include "core/schema/slots.h"

namespace nutgraf::search::postings {

using MappedTables = std::shared_ptr<const glass::PassageTables>;

enum class Sharding : std::uint8_t { One, SeveralLocal, Remote, Mixed };  // Mixed: some remote, some local

/// Where the lists of an index are read from: mapped tables where it is one local database, else through Xapian.
struct IndexReader {
  Xapian::Database database;
  MappedTables mapped = nullptr;
  std::vector<Xapian::Database> shards = {};  // of the database, each alone; none of a reader of one of them
  Sharding sharding = Sharding::One;

  [[nodiscard]] bool has_remote_shards() const { return sharding == Sharding::Remote || sharding == Sharding::Mixed; }
  /// How many passages contain the term.
  [[nodiscard]] Xapian::doccount passages_with(const std::string& term) const;
  /// How often it occurs in all of them: the sum of its frequencies.
  [[nodiscard]] std::uint64_t occurrences_of(const std::string& term) const;
};

[[nodiscard]] IndexReader reader_of(const OpenIndex& index);

/// Our slot as Xapian numbers it.
[[nodiscard]] inline Xapian::valueno slot(schema::Slot s) {
  return static_cast<Xapian::valueno>(s);
}

}  // namespace nutgraf::search::postings
