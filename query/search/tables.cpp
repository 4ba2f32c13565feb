// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/tables.h"

#include "core/glass/posting_list.h"

namespace nutgraf {

Xapian::doccount Tables::passages_with(const std::string& term) const {
  return in_place ? glass::PostingCursor(in_place->postlist(), term).documents() : database.get_termfreq(term);
}

std::uint64_t Tables::occurrences_of(const std::string& term) const {
  return in_place ? glass::PostingCursor(in_place->postlist(), term).occurrences() : database.get_collection_freq(term);
}

}  // namespace nutgraf
