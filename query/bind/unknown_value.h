// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/bind/field_values.h"
#include "query/bind/lexicon.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

/// A value of a field that no article has.
struct UnknownValue {
  std::string field;
  std::string value;  // as typed
  FieldValues::Nearest nearest;
  bool no_field = false;           // no article has meta.KEY at all
  std::string nearest_field = {};  // then the key most like it, with meta. before it; empty = none
};

/// Those in the query's fields, in the order of the query.
[[nodiscard]] std::vector<UnknownValue> unknown_values(const Lexicon& lexicon, const parse::Ast& ast);

}  // namespace nutgraf::bind
