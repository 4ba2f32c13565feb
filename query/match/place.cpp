// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/match/place.h"

#include <algorithm>
#include <limits>

namespace nutgraf::match {

void sort_distinct(Places& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

void keep_longest(Places& places) {
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  places.erase(
      std::unique(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin == b.begin; }),
      places.end());
}

void keep_innermost(Places& places) {
  // From the last to begin to the first, of those that begin together the shortest first: what ends no sooner than one
  // already seen holds it.
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.begin != b.begin ? a.begin > b.begin : a.end < b.end; });
  std::uint32_t first_end = std::numeric_limits<std::uint32_t>::max();
  Places innermost;
  for (const Place& place : places) {
    if (place.end < first_end) {
      innermost.push_back(place);
      first_end = place.end;
    }
  }
  places.assign(innermost.rbegin(), innermost.rend());
}

}  // namespace nutgraf::match
