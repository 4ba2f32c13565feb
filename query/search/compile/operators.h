// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

/// Combinations of Xapian's queries.
namespace nutgraf::search::compile {

using Queries = std::vector<Xapian::Query>;

/// Not Query::MatchAll: threads that copy that one count its copies at the same time, and Xapian's counts are not made
/// for it.
[[nodiscard]] inline Xapian::Query all_documents() {
  return {std::string()};
}

[[nodiscard]] inline Xapian::Query all_of(const Queries& queries) {
  return {Xapian::Query::OP_AND, queries.begin(), queries.end()};
}

[[nodiscard]] inline Xapian::Query any_of(const Queries& queries) {
  return queries.size() == 1 ? queries.front() : Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

[[nodiscard]] inline Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
  return {Xapian::Query::OP_FILTER, query, filter};
}

[[nodiscard]] inline Xapian::Query weightless(const Xapian::Query& query) {
  return {0.0, query};
}

}  // namespace nutgraf::search::compile
