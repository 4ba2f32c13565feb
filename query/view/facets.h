// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

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

}  // namespace nutgraf::view
