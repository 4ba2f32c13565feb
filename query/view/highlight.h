// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/token.h"
#include "query/bind/bound_query.h"

namespace nutgraf::view {

/// A piece of a text that matched. Words of a phrase that only white space parts are one piece.
struct Mark {
  ByteSpan span;
  std::size_t clause = 0;  // of the query, by number
  bool is_phrase = false;
};

/// Where the clauses of a query occur in an analysed text of this language: ascending, apart. Of a phrase only its
/// whole occurrences, of a compound all its parts. Of NEAR and WITHIN only the places that take part; their clauses are
/// numbered after the others.
[[nodiscard]] std::vector<Mark> find_marks(const bind::BoundQuery& query, std::string_view text,
                                           const Analysis& analysis, std::string_view language);
/// Of clauses alone.
[[nodiscard]] std::vector<Mark> find_marks(const std::vector<bind::Clause>& clauses, std::string_view text,
                                           const Analysis& analysis, std::string_view language);

}  // namespace nutgraf::view
