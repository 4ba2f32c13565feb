// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::rank {

/// Which of these documents, given and returned by ascending docid, contain the words of a clause one after the other.
/// Reads all positions of a word before those of the next, rare words first: so they lie in the table.
[[nodiscard]] std::vector<Xapian::docid> filter_by_phrase(const postings::IndexReader& reader,
                                                          const bind::Clause& clause,
                                                          const std::vector<Xapian::docid>& documents);

}  // namespace nutgraf::search::rank
