// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "query/view/dispersion.h"

namespace nutgraf::view {

/// How many matches have one value of a field, or of two fields crossed.
struct Facet {
  std::string field;
  std::optional<std::string> value;  // as first written in the index; nothing = those without the field
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t tokens = 0;  // of all passages with the value that the query's filters let through
  std::string cross_field;   // the second field; empty = none
  std::optional<std::string> cross_value;
  friend bool operator==(const Facet&, const Facet&) = default;
};

/// How evenly matches occur over the values of a field, or of two fields crossed.
struct FacetDispersion {
  std::string field;
  std::string cross_field;       // empty = none
  std::uint64_t parts = 0;       // values, where the query's filters let passages through
  std::uint64_t with_match = 0;  // of these
  std::uint64_t occurrences = 0;
  std::uint64_t tokens = 0;
  Dispersion dispersion;
};

}  // namespace nutgraf::view
