// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "query/parse/ast.h"

namespace nutgraf::bind {

/// How large a query may become; beyond that it is an error, never cut.
struct Limits {
  std::size_t clauses = 4096;        // words, patterns and fields of the whole query
  std::size_t pattern_words = 1000;  // words of the index that one pattern matches
  std::size_t pattern_words_in_phrase = 300;
};

/// Throws QueryError, its caret at the first word, pattern or field beyond `most`. `ast` is the tree of `query`.
void require_few_clauses(std::string_view query, const parse::Ast& ast, std::size_t most);

}  // namespace nutgraf::bind
