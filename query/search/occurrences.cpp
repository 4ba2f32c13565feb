// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/occurrences.h"

#include <algorithm>

namespace nutgraf {
namespace {

void append_starts(const Places& places, std::vector<std::uint32_t>& starts) {
  for (const Place& place : places) {
    starts.push_back(place.begin);
  }
}

}  // namespace

Occurrences::Occurrences(const Xapian::Database& database, const BoundQuery& query) {
  for (const BoundUnit& unit : query.units) {
    units_.emplace_back(database, unit);
  }
  for (const auto& proximity : query.proximities) {
    placed_.push_back({proximity, std::make_unique<StoredPlaces>(database, proximity->units())});
  }
}

std::uint64_t Occurrences::count(Xapian::docid document) {
  starts_.clear();
  for (UnitPositions& unit : units_) {
    unit.read(document, places_);
    append_starts(places_, starts_);
  }
  for (const Placed& placed : placed_) {
    placed.places->move_to(document);
    for (const Places& places : placed.proximity->taking_part(*placed.places)) {
      append_starts(places, starts_);
    }
  }
  std::sort(starts_.begin(), starts_.end());
  return static_cast<std::uint64_t>(std::unique(starts_.begin(), starts_.end()) - starts_.begin());
}

}  // namespace nutgraf
