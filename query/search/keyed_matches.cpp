// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/keyed_matches.h"

#include <algorithm>

#include "query/search/slot.h"

namespace nutgraf {

std::vector<KeyedMatch> keyed_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<KeyedMatch> matches = keyed_matches(enquire, database.get_doccount());
  std::sort(matches.begin(), matches.end(),
            [](const KeyedMatch& a, const KeyedMatch& b) { return a.document < b.document; });
  return matches;
}

std::vector<KeyedMatch> keyed_matches(Xapian::Enquire enquire, Xapian::doccount most) {
  std::vector<KeyedMatch> matches;
  if (most == 0) {
    return matches;
  }
  enquire.set_collapse_key(slot(schema::Slot::Article), most);  // collapses nothing: the key comes with each match
  enquire.set_sort_by_value(slot(schema::Slot::Order), false);
  const Xapian::MSet found = enquire.get_mset(0, most);
  matches.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    matches.push_back({*it, it.get_weight(), it.get_sort_key(), it.get_collapse_key()});
  }
  return matches;
}

}  // namespace nutgraf
