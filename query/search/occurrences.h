// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/stored_places.h"

namespace nutgraf {

/// Counts where the words and phrases of a query stand in passages that match, visited at ascending documents: distinct
/// positions, those under NOT left out, of NEAR and WITHIN only what takes part.
class Occurrences {
 public:
  /// The query must outlive it.
  Occurrences(const Xapian::Database& database, const BoundQuery& query);

  [[nodiscard]] std::uint64_t count(Xapian::docid document);

 private:
  struct Placed {
    std::shared_ptr<const Proximity> proximity;
    std::unique_ptr<StoredPlaces> places;
  };

  std::vector<UnitPositions> units_;
  std::vector<Placed> placed_;
  Places places_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace nutgraf
