// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/occurrences.h"

namespace nutgraf::search::views {
Occurrences::Occurrences(const postings::IndexReader& reader, const bind::BoundQuery& query) {
  for (const bind::BoundUnit& unit : query.units) {
    units_.emplace_back(reader, unit);
  }
  for (const auto& proximity : query.proximities) {
    placed_.push_back({proximity, std::make_unique<compile::StoredPositions>(reader, proximity->units)});
  }
}

const match::Places& Occurrences::read(Xapian::docid document) {
  places_.clear();
  for (postings::UnitPositions& unit : units_) {
    unit.read(document, of_unit_);
    match::keep_longest(of_unit_);
    places_.insert(places_.end(), of_unit_.begin(), of_unit_.end());
  }
  for (const Placed& placed : placed_) {
    placed.places->move_to(document);
    const match::Places found = placed.proximity->tree.occurrences(*placed.places);
    places_.insert(places_.end(), found.begin(), found.end());
  }
  match::sort_distinct(places_);
  return places_;
}

}  // namespace nutgraf::search::views
