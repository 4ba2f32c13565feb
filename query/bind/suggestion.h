// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/bind/lexicon.h"
#include "query/parse/ast.h"

namespace nutgraf {

/// The text of a query with every word that the index holds in no form replaced by the nearest word that it holds: by
/// edit distance, then by how many passages hold it. Empty where there is nothing to replace.
[[nodiscard]] std::string suggest(const Lexicon& lexicon, std::string_view query, const Ast& ast);

}  // namespace nutgraf
