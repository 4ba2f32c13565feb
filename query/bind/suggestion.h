// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/bind/lexicon.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

/// A word of a query that no passage has, in any form that the query allows.
struct UnknownWord {
  std::string text;     // as typed; of a title with `title:` before it
  std::string nearest;  // in the index, by edit distance, then by how many passages contain it; empty = none
  friend bool operator==(const UnknownWord&, const UnknownWord&) = default;
};

/// Each once, in reading order; none of patterns, other fields and what is left out.
[[nodiscard]] std::vector<UnknownWord> unknown_words(const Lexicon& lexicon, std::string_view query,
                                                     const parse::Ast& ast);

}  // namespace nutgraf::bind
