// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/stored_places.h"

namespace nutgraf {

/// Where the words and phrases of a query stand in passages that match, visited at ascending documents: distinct first
/// positions, those under NOT left out, of NEAR and WITHIN only what takes part.
class Occurrences {
 public:
  /// The query must outlive it.
  Occurrences(const Tables& tables, const BoundQuery& query);

  /// Ascending, one for each first position (the longest); valid until the next call.
  [[nodiscard]] const Places& read(Xapian::docid document);
  [[nodiscard]] std::uint64_t count(Xapian::docid document) { return read(document).size(); }

 private:
  struct Placed {
    std::shared_ptr<const Proximity> proximity;
    std::unique_ptr<StoredPlaces> places;
  };

  std::vector<UnitPositions> units_;
  std::vector<Placed> placed_;
  Places of_unit_;
  Places places_;
};

}  // namespace nutgraf
